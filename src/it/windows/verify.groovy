import dev.jox.it.Case
import dev.jox.it.Program
import dev.jox.it.Wine

import java.nio.file.Files

def built = new Case(basedir)
def libraries = '''SQLITE
PROTOCOL_TLS_CLIENT sha512_256
True 1
[True, True, True]
0.125 True
'''
for (version in ['3.14', '3.13', '3.12', '3.11']) {
    def name = version == '3.14' ? 'windows.exe' : "windows-${version}.exe"
    def checks = built.windows(version == '3.14' ? name : version + '/' + name)
    checks.run('arguments', 'ä b', '日本', '"', '\\', '').succeeds().prints('ä b|日本|"|\\|\n')
    checks.run('status', 3).exits(3).prints('').complainsNothing()
    checks.run('error').exits(1).complains('Traceback', 'C:\\<jox>\\checks.py', 'raise ValueError("wrong")', 'ValueError: wrong')
    checks.run('interrupted').complains('Traceback', 'KeyboardInterrupt')
    checks.run('streams').succeeds().prints('utf-8 utf-8 utf-8 ä€\n')
    checks.run('places').succeeds().prints("""C:\\<jox>\\json\\__init__.py True True
lib\\_ssl.pyd
[] ${name}
""")
    checks.run('data').succeeds().prints('''['Glomma', 'Tana']
b'Glomma\\nTana\\n'
['Glomma', 'Tana']
['__init__.py', 'rivers.txt']
''')
    checks.run('libraries').succeeds().prints(libraries)
    checks.run('collector').succeeds().prints("True (${version in ['3.11', '3.12'] ? '700, 10, 10' : version == '3.13' ? '2000, 10, 10' : '2000, 10, 0'}) True not reached\n")
    checks.run('pool').succeeds().prints('[0, 1, 4, 9]\n')
    checks.run('frozen').succeeds().prints("[0, 1, 4, 9]\n['frozen']\n")
    checks.run('child').succeeds().prints('[5, 4294967291, 2147483647] 0xc000013a\n')
    checks.run('long_path').succeeds().prints('True far away\n')
}

// Text that is redirected is in the encoding that the pom names.
assert built.windows('latin.exe').run('streams').succeeds().output() == 'iso8859-1 iso8859-1 iso8859-1 ä?\n'

// From a folder whose path is longer than Windows once allowed.
def far = built.file('target/' + ('d' * 60 + '/') * 5)
Files.createDirectories(far.resolve('lib'))
Files.copy(built.file('target/windows.exe'), far.resolve('windows.exe'))
Files.list(built.file('target/lib')).forEach { Files.copy(it, far.resolve('lib').resolve(it.fileName)) }
Wine.near(far).around(Program.of(far.resolve('windows.exe'))).withDirectory(built.file('target')).run('libraries').succeeds().prints(libraries)

// What the executable carries is looked for neither beside it nor in the current folder.
def target = built.file('target')
def here = Files.createDirectories(target.resolve('here'))
for (name in ['python314.dll', 'vcruntime140.dll', 'libcrypto-3.dll', 'libffi-8.dll', 'sqlite3.dll', '_ssl.pyd']) {
    assert Files.exists(target.resolve('lib').resolve(name))
    Files.writeString(target.resolve(name), 'planted')
    Files.writeString(here.resolve(name), 'planted')
}
built.windows('windows.exe').withDirectory(here).run('libraries').succeeds().prints(libraries)
// And such a file would be noticed.
Files.writeString(target.resolve('lib/libffi-8.dll'), 'planted')
built.windows('windows.exe').run('libraries').exits(1).complains('ImportError', 'libffi-8.dll')
true
