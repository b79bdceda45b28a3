import dev.jox.it.Case

import java.nio.file.Files

def built = new Case(basedir)
built.windows('windows-static-by-hand.exe').run('modules', 'libraries', 'files').succeeds().prints('''\
app._one built-in False
app._two built-in False
app._größe built-in False
1 3 True False
kept
True
1500.0 12
handed.dll 17 lib\\jox.libs\\handed.dll
placed.dll 17 parts\\jox.libs\\placed.dll
FileNotFoundError True
fourteen ells of cloth
ell 0.9144
''')
// Windows loads what ctypes asks for, so DLLs are files
built.says('geo/geo.dll', 'a static executable has Windows load its DLLs')
assert Files.isRegularFile(built.file('target/lib/geo/units.dll'))
true
