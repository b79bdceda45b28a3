import dev.jox.it.Case
import dev.jox.it.DllSearch
import dev.jox.it.Icons
import dev.jox.it.Program
import dev.jox.it.Wine
import dev.jox.model.Sha256

import java.nio.file.Files
import java.nio.file.Path

def built = new Case(basedir).hasNothingBeside()
def checks = built.windows('windows-static.exe')

// one file that needs DLLs of Windows itself and no others
def headers = Program.of(Path.of('/usr/bin/objdump')).run('-p', built.file('target/windows-static.exe')).succeeds().out()
def needed = headers.readLines().findAll { it.contains('DLL Name: ') }.collect { it.replaceAll('.*: ', '').toLowerCase() }
def ofWindows = ['advapi32', 'bcrypt', 'crypt32', 'iphlpapi', 'kernel32', 'ntdll', 'ole32', 'oleaut32', 'propsys', 'rpcrt4', 'shell32',
                 'user32', 'version', 'winmm', 'ws2_32']
assert needed.contains('kernel32.dll')
assert needed.findAll { !it.startsWith('api-ms-win-') && !ofWindows.contains(it - '.dll') } == []
DllSearch.isOfWindowsOnly(built.file('target/windows-static.exe'))

checks.run('arguments', 'ä b', '日本', '"', '\\', '').succeeds().prints('ä b|日本|"|\\|\n')
checks.run('status', 3).exits(3).prints('').complainsNothing()
checks.run('error').exits(1).complains('Traceback', 'C:\\<jox>\\checks.py', 'raise ValueError("wrong")', 'ValueError: wrong')
checks.withInput('größer\n').run('streams').succeeds().prints('utf-8 utf-8 utf-8 größer ä€\n')
checks.run('places').succeeds().prints('''C:\\<jox>\\json\\__init__.py [] windows-static.exe
built-in False b'-----BEGIN'
''')
checks.run('modules').succeeds().prints('True []\n')
checks.run('recursion').succeeds().prints('True True True True ccc 1\n' * 2)
checks.run('tls').succeeds().prints('TLSv1.3 HELLO\n')
checks.run('libraries').succeeds().prints('''static linking
[True, True, True]
sha512_256
''')
checks.run('foreign_functions').succeeds().prints('''True 42
True
True
3.0 42.0 True
''')
checks.run('pool').succeeds().prints('spawn [0, 1, 4, 9]\n')
checks.run('child').succeeds().prints('''5 4294967291 300 2147483647
message 1 größer
nothing 0 
at_once 9 
interrupted 3221225786 KeyboardInterrupt
error 1 ValueError: wrong
''')
checks.run('frozen').succeeds().prints('0 1 4 9\n')
checks.run('long_path').succeeds().prints("True far away ['größer']\n")
// wine 8 ends programs that ask its WMI in earnest
checks.with('WINEDLLOVERRIDES', 'wbemprox=').run('machine').succeeds().prints('refused 258\nWindows AMD64 Clang\n')
checks.run('window').succeeds().prints('_tkinter\n')
checks.run('shown').succeeds().prints("""[1, 0, 0, 0]|Static|Müller & Søn|windows-static.exe
True
${Sha256.of(Icons.images()[0] as byte[]).hex()}
""")

// By the archive's own words: what the interpreter needs, what needs no library, not even of Windows, what has no copyleft.
def names = ['_struct', 'math', '_ssl', '_socket', 'unicodedata', '_decimal', '_sqlite3', 'zlib', '_lzma', 'winreg']
def has = { built.windows(it + '.exe').run('standard', *names).succeeds().out().trim().split(' ') as List }
assert has('minimal') == ['_struct', 'math', 'winreg']
assert has('no-libraries') == ['_struct', 'math', 'unicodedata', '_decimal', 'winreg']
assert has('no-copyleft') == names

// From a folder whose path is longer than Windows once allowed, and has other letters.
def far = Files.createDirectories(built.file('target/größer 日本/' + ('d' * 60 + '/') * 5))
Files.copy(built.file('target/windows-static.exe'), far.resolve('windows-static.exe'))
Wine.near(far).around(Program.of(far.resolve('windows-static.exe'))).withDirectory(built.file('target')).run('arguments', 'far').succeeds()
        .prints('far\n')

// Without a console; output that is redirected arrives, in the encoding that the pom names.
def window = built.windows('window.exe')
assert window.run('latin').succeeds().output() == 'iso8859-1 ä\n'
window.run('error').exits(1).complains('ValueError: wrong')
assert Program.of(Path.of('/usr/bin/objdump')).run('-p', built.file('target/window.exe')).succeeds().out().contains('(Windows GUI)')
true
