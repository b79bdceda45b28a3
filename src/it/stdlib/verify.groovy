import dev.jox.it.Case
import dev.jox.it.StandardLibrary

def built = new Case(basedir).hasNothingBeside()
def python = built.python()
StandardLibrary.compare(python.run(built.file('src/main/python/imports.py')), built.jailed('imports').run())

// It needs more memory for small objects than comes in small pages.
assert built.executable('imports').trace().calls('madvise').any { it.contains('MADV_HUGEPAGE') }

def windows = built.windows('windows/imports.exe').run()
StandardLibrary.compare(built.windowsPython().run(built.file('src/main/python/imports.py')), windows)

def linked = built.windows('windows-static/imports.exe').run()
StandardLibrary.compare(built.staticWindowsPython().run(built.file('src/main/python/imports.py')), linked)
true
