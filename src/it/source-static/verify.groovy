import dev.jox.it.Case


def built = new Case(basedir).hasNothingBeside()

// libpython is in the executable, and nothing of it or of numpy is opened as a file
def expected = '3.11.2 891568578 2\n[[0.5, 0.0], [0.0, 0.25]] /<jox>/numpy/__init__.py\n'
built.executable('sums').run().succeeds().prints(expected)
def files = built.executable('sums').trace().files()
assert files.every { !it.contains('libpython') && !it.contains('numpy') }
true
