import dev.jox.it.Case

new Case(basedir).hasNothingBeside().jailed('data').run().succeeds().prints('''b'Glomma\\nTana\\n'
True
['Glomma', 'Tana']
['Glomma', 'Tana']
True False
b'\\x00\\xff\\r\\n\\x1a'
Glomma

maps/
  README
north/
  rivers.txt
pixel.bin
True False
['Glomma', 'Tana']
FileNotFoundError
FileNotFoundError
''')
true
