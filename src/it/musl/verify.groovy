import dev.jox.it.Case
import dev.jox.it.Program
import dev.jox.it.StandardLibrary

import java.nio.file.Path

def built = new Case(basedir).hasNothingBeside()

// one static file that needs nothing at all
Program.of(Path.of('/usr/bin/ldd')).run(built.file('target/hello')).exits(1).complains('not a dynamic executable')
built.executable('hello').in(built.jail().bare()).run('big', 'wörld').succeeds().prints('Hello, big wörld\n')

built.jailed('checks').run().succeeds().mentions('''\
recursion main thread and others
tls TLSv1.3 HELLO
database static linking 42
compression ''', '''
   no_such_function: no such symbol was linked into this executable
   libm.so.6: this executable is linked statically''', 'standalone_dynamic', '''
foreign_functions True
system utf-8
texts /<jox>/checks.py raise ValueError("größer")
''')

StandardLibrary.compare(built.python().run(built.file('src/main/python/imports.py')), built.jailed('imports').run())

// what a static Python brings has licences of its own
def licenses = built.file('target/jox/checks-linux-x86_64-musl/licenses.txt').toFile().text
assert ["CPython's _ssl with ", 'musl: MIT', ': LICENSE.openssl-3.txt\n'].every { licenses.contains(it) }

// what the filters leave, seen from inside
def modules = { built.jailed(it).run().succeeds().out().split() as Set }
def all = modules('all')
assert all.containsAll(['_ssl', '_sqlite3', '_ctypes', '_lzma', '_bz2', 'zlib', '_json', 'math', 'posix', '_jox'])
def minimal = modules('minimal')
assert minimal.containsAll(['posix', '_io', '_thread', '_jox']) && minimal.disjoint(['_ssl', 'zlib', 'math', '_json'])
def noLibraries = modules('no-libraries')
assert noLibraries.containsAll(['math', '_json', '_socket']) && noLibraries.disjoint(['_ssl', '_sqlite3', '_ctypes', '_lzma', '_bz2', 'zlib'])
def noCopyleft = modules('no-copyleft')
assert noCopyleft.containsAll(['_ssl', '_sqlite3', 'zlib', 'math'])
assert all.containsAll(minimal) && all.containsAll(noLibraries) && all.containsAll(noCopyleft)
true
