import dev.jox.it.Case

import java.nio.file.Files

def built = new Case(basedir)
def checks = built.windows('windows.exe')
checks.run('arguments', 'ä b', '日本', '"', '\\', '').succeeds().prints('ä b|日本|"|\\|\n')
checks.run('status', 3).exits(3).prints('').complainsNothing()
checks.run('error').exits(1).complains('Traceback', 'C:\\<jox>\\checks.py', 'raise ValueError("wrong")', 'ValueError: wrong')
checks.run('streams').succeeds().prints('utf-8 utf-8 utf-8 ä€\n')
checks.run('places').succeeds().prints('''C:\\<jox>\\json\\__init__.py True True
lib\\_ssl.pyd
[] windows.exe
''')
checks.run('data').succeeds().prints('''['Glomma', 'Tana']
b'Glomma\\nTana\\n'
['Glomma', 'Tana']
['__init__.py', 'rivers.txt']
''')
def libraries = '''SQLITE
PROTOCOL_TLS_CLIENT sha512_256
True 1
[True, True, True]
0.125 True
'''
checks.run('libraries').succeeds().prints(libraries)
checks.run('pool').succeeds().prints('[0, 1, 4, 9]\n')
checks.run('child').succeeds().prints('5\n')

// What the executable carries is looked for neither beside it nor in the current folder.
def target = built.file('target')
def here = Files.createDirectories(target.resolve('here'))
for (name in ['python313.dll', 'vcruntime140.dll', 'libcrypto-3.dll', 'libffi-8.dll', 'sqlite3.dll', '_ssl.pyd']) {
    assert Files.exists(target.resolve('lib').resolve(name))
    Files.writeString(target.resolve(name), 'planted')
    Files.writeString(here.resolve(name), 'planted')
}
checks.withDirectory(here).run('libraries').succeeds().prints(libraries)
// And such a file would be noticed.
Files.writeString(target.resolve('lib/libffi-8.dll'), 'planted')
checks.run('libraries').exits(1).complains('ImportError', 'libffi-8.dll')
true
