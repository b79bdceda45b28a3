import dev.jox.it.Case

def expected = '''by_path 1500.0
by_name 1500.0
by_search 1500.0
callback 12
strlen 4
libc by name 3
python 1
zlib 1
absent True
absent None
'''
def built = new Case(basedir).hasNothingBeside()
built.jailed('geo').run().succeeds().prints(expected)
true
