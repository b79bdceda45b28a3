import dev.jox.it.Case

import java.nio.file.Files

def built = new Case(basedir)
assert !Files.exists(built.file('target/lib'))
def checks = built.windows('windows-loader.exe')
checks.run('names').succeeds().prints('1 1 1\n')
checks.run('threads').succeeds().prints('0 1\n[[8, 9], [8, 9], [8, 9]] True True 0\n')
checks.run('resources').succeeds().prints('17 a text of its own\n5 bytes\n3.14\n')
checks.run('refusal').succeeds().prints('''\
cannot load jox.libs/refusing.dll: jox.libs/refusing.dll from memory: its DllMain refuses to start
gone
''')
true
