import dev.jox.it.Case
import dev.jox.it.Program

import java.nio.file.Path

// What each package says in a process of its own. Python itself, given both as shared libraries, mixes the names that C++ makes
// unique in a process, and ends.
def expected = '''\
one.core built-in
two.core built-in
('adds', 22, 101, '1.0', 10)
('doubles', 42, 210, '2.0', 20)
('one:5, one:11, special one:7', 3, 2, True, 'first')
('two 10, two 44, special two 14', 3000, 3, True, 'third')
('failure of one 3', 'out of range', 'one caught failure of one 4')
('reason 3 of two 6', 'out of range', 'two caught reason 4 of two 8')
True kept True
True kept True
'''
def gnu = new Case(new File(basedir, 'gnu')).hasNothingBeside()
gnu.jailed('gnu').run().succeeds().prints(expected)
def musl = new Case(new File(basedir, 'musl')).hasNothingBeside()
Program.of(Path.of('/usr/bin/ldd')).run(musl.file('target/musl')).exits(1).complains('not a dynamic executable')
musl.executable('musl').in(musl.jail().bare()).run().succeeds().prints(expected)
new Case(new File(basedir, 'windows')).hasNothingBeside().windows('windows.exe').run().succeeds().prints(expected)
true
