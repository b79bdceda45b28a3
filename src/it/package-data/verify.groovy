import dev.jox.it.Case

def expected = '''b'Glomma\\nTana\\n'
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
['Glomma', 'Tana'] 12
['rivers.txt']
[['__init__.py', 'rivers.txt']]
[Errno 2] No such file or directory: '/<jox>/atlas/north/rivers.txtx'
'''
def built = new Case(basedir).hasNothingBeside()
built.jailed('data').run().succeeds().prints(expected)
built.windows('windows/data.exe').run().succeeds().prints(expected.replace("'/<jox>/atlas/north/", "'C:\\\\<jox>\\\\atlas\\\\north\\\\"))
true
