import dev.jox.it.Case
import dev.jox.it.Program
import dev.jox.it.Wine
import dev.jox.it.WindowsCompiler

import java.nio.file.Files
import java.nio.file.StandardCopyOption

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
    checks.run('leave', 3).exits(3).prints('').complainsNothing()
    checks.run('error').exits(1).complains('Traceback', 'C:\\<jox>\\checks.py', 'raise ValueError("wrong")', 'ValueError: wrong')
    checks.run('control_c').succeeds().prints('''0xc000013a tidied up KeyboardInterrupt
0x9 handled [2] 
''')
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
    checks.run('child').succeeds().prints('True\n')
    checks.run('long_path').succeeds().prints('True far away\n')
}

def windows = built.windows('windows.exe')
windows.run('ends').succeeds().prints('''None 0 
0 0 
3 3 
256 256 
-1 4294967295 
2**31 2147483648 
2**32 + 5 5 
'words' 1 words
(1, 2) 1 (1, 2)
True 1 
1 300 3
''')
windows.run('parallel').succeeds().prints('''['spawn'] spawn
division by zero
2 [0, 0]
{'ä': '日本'}
7
''')

// Text that is redirected is in the encoding that the pom names.
assert built.windows('latin.exe').run('streams').succeeds().output() == 'iso8859-1 iso8859-1 iso8859-1 ä?\n'

def python = built.windows('python.exe')
python.run('-m', 'starts').succeeds().prints("['-c', 'ä']\n['[]']\n")
python.run('-c', 'import sys; print(sys.jox.root, sys.argv[1]); sys.exit(4)', '日本').exits(4).prints('C:\\<jox> 日本\n')

def target = built.file('target')

// From a folder whose path is longer than Windows once allowed.
def far = target.resolve(('d' * 60 + '/') * 5)
Files.createDirectories(far.resolve('lib'))
Files.copy(target.resolve('windows.exe'), far.resolve('windows.exe'))
Files.list(target.resolve('lib')).forEach { Files.copy(it, far.resolve('lib').resolve(it.fileName)) }
Wine.near(far).around(Program.of(far.resolve('windows.exe'))).withDirectory(target).run('libraries').succeeds().prints(libraries)

// By any name.
def named = Files.createDirectories(target.resolve('Ж日本 ä'))
Files.createSymbolicLink(named.resolve('lib'), target.resolve('lib'))
Files.copy(target.resolve('windows.exe'), named.resolve('naïve 😀.exe'))
built.windows('Ж日本 ä/naïve 😀.exe').run('places').succeeds().mentions('lib\\_ssl.pyd', '[] naïve 😀.exe')

// What the executable carries is looked for neither beside it nor in the current folder, nor what nobody carries; a DLL that does
// something would end the program.
def planted = WindowsCompiler.ofSetup().library(built.file('src/main/native/planted.c'), target.resolve('planted.dll'))
def here = Files.createDirectories(target.resolve('here'))
def dlls = Files.createDirectories(target.resolve('DLLs')) // where older Pythons look for python3.dll
for (name in ['python314.dll', 'python311.dll', 'vcruntime140.dll', 'libcrypto-3.dll', 'libffi-8.dll', 'sqlite3.dll', '_ssl.pyd']) {
    assert name == 'python311.dll' || Files.exists(target.resolve('lib').resolve(name))
    [target, here, target.resolve('3.11')].each { Files.copy(planted, it.resolve(name)) }
}
Files.copy(planted, here.resolve('planted.dll'))
for (name in ['python3.dll', 'version.dll', 'bcrypt.dll', 'dbghelp.dll']) {
    [target, here, dlls, target.resolve('3.11'), target.resolve('3.11/DLLs')].each {
        Files.createDirectories(it)
        Files.copy(planted, it.resolve(name))
    }
}
def own = "planted FileNotFoundError\npython3 FileNotFoundError\nversion version.dll\n"
[target, target.resolve('3.11')].each { folder ->
    def name = folder == target ? 'windows.exe' : '3.11/windows-3.11.exe'
    def carried = Files.list(folder.resolve('lib')).collect { it.fileName.toString() }
    def program = built.windows(name).withDirectory(here).with('WINEPATH', 'Z:' + here.toString().replace('/', '\\'))
    def printed = program.run('modules').succeeds().output()
    assert printed.startsWith(own)
    printed.readLines()[3].findAll(/[^\\']+\.(?:dll|pyd)/).each { assert it in carried*.toLowerCase() }
    program.run('libraries').succeeds().prints(libraries)
}
// And such a file would be noticed.
Files.copy(planted, target.resolve('lib/libffi-8.dll'), StandardCopyOption.REPLACE_EXISTING)
built.windows('windows.exe').run('libraries').exits(66).prints('')
true
