import dev.jox.it.Case
import dev.jox.it.EmbeddedDlls

import java.nio.file.Files

def built = new Case(basedir)
def files = { String folder -> Files.list(built.file('target/' + folder)).collect { it.fileName.toString() } - 'jox' }

for (version in ['3.14', '3.13', '3.12', '3.11']) {
    assert files(version) == ['windows-memory.exe']
    def checks = built.windows(version + '/windows-memory.exe')
    checks.run('packages').succeeds().prints('''C:\\<jox>\\markupsafe\\_speedups
&lt;a&gt;
[1, {'a': b'x'}]
{'a': [1, 2]}
''')
    checks.run('exceptions').succeeds().prints('True\nSequences are not the same length.\n')
    checks.run('libraries').succeeds().prints('''True True
True C:\\<jox>\\sqlite3.dll
5 C:\\<
windows-memory.exe
FileNotFoundError
FileNotFoundError
''')
    checks.run('threads').succeeds().prints('C:\\<jox>\\rapidfuzz\\process_cpp_impl\nTrue\n')
    checks.run('pool').succeeds().prints('[1, 2]\n')
    checks.run('status', 3).exits(3).prints('').complainsNothing()
}
built.windows('3.12/windows-memory.exe').run('numbers').succeeds().prints('''True [inf, 'raised']
[(10+0j), (-2+2j), (-2+0j), (-2-2j)] [4, 5, 7]
''')

// A policy puts all of them into files, and then they do the same.
assert files('files').containsAll(['windows-memory.exe', 'lib'])
assert Files.exists(built.file('target/files/lib/python314.dll'))
def checks = built.windows('files/windows-memory.exe')
checks.run('exceptions').succeeds().prints('True\nSequences are not the same length.\n')
checks.run('threads').succeeds().mentions('lib\\rapidfuzz\\process_cpp_impl', 'True')

// A damaged DLL is refused in words, whatever is wrong with it.
def copy = built.file('target/damaged.exe')
EmbeddedDlls.DAMAGES.each { damage, place ->
    Files.copy(built.file('target/3.14/windows-memory.exe'), copy)
    EmbeddedDlls.damage(copy, place)
    built.windows('damaged.exe').run('status', 0).exits(127).prints('').complains(damage)
    Files.delete(copy)
}
true
