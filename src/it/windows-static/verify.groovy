import dev.jox.it.Case
import dev.jox.it.Program

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
checks.run('child').succeeds().prints('5\n')
true
