import dev.jox.it.Case

def built = new Case(basedir)
def carried = 'C:\\<jox>\\'
def expected = { place -> """\
needed 6 ${place}atlas\\needed\\user.dll ${place}atlas\\needed\\value.dll
same 5 6 ${place}atlas\\one\\same.dll ${place}atlas\\two\\same.dll
ring 42 42 lib\\atlas\\ring\\ring_a.dll
late 27 27 ${place}atlas\\late\\late.dll
by hand 7 ${place}jox.libs\\extra.dll 8 parts\\jox.libs\\placed.dll
found [7, 8, None]
maps parts\\maps\\north.py ['Glomma', 'Tana'] True
Kept beside the program.
""" }
built.windows('atlas.exe').run().succeeds().prints(expected(carried))
built.windows('files/atlas.exe').run().succeeds().prints(expected('lib\\'))

def filtered = { filter, with -> built.windows("${filter}/atlas.exe").run().succeeds()
        .prints(['unicodedata', 'select', '_socket', '_ssl', '_ctypes', '_bz2', 'zlib', '_datetime'].collect { it in with ? it : 'no ' + it }.join('\n') + '\n') }
def inLibpython = ['zlib', '_datetime']
def ofPython = ['unicodedata', 'select', '_socket'] + inLibpython
filtered('minimal', inLibpython)
filtered('no-libraries', ofPython)
filtered('no-copyleft', ofPython + ['_ssl', '_ctypes', '_bz2'])

// in memory all but those that cannot be, and the build says why
assert built.file('target/lib').toFile().list() == ['atlas']
assert built.file('target/lib/atlas').toFile().list() == ['ring']
built.says('atlas/ring/ring_a.dll and 1 other', 'policy.resourcesLocationFallback', 'need each other in a circle')
built.says('ring_a.dll (atlas 1) has no place', 'policy.resourcesLocationFallback names no folder', 'hint: ')
assert !built.file('target/none/atlas.exe').toFile().exists()
true
