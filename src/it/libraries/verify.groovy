import dev.jox.it.Case

def built = new Case(basedir).hasNothingBeside()
def expected = '''ring 42 42
unnamed 30
other 40
one 50
two 60
'''
built.jailed('libraries').run().succeeds().prints(expected)
built.jailed('libraries').run('backwards').succeeds().prints(expected.readLines().reverse().join('\n') + '\n')
true
