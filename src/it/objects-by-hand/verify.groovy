import dev.jox.it.Case

def built = new Case(basedir).hasNothingBeside()
built.jailed('objects-by-hand').run().succeeds().prints('''\
app._one built-in False
app._two built-in False
app._größe built-in False
1 5.0
kept
True
''')
true
