import dev.jox.it.Case
import dev.jox.it.Icons
import dev.jox.model.Sha256

def built = new Case(basedir)
def images = Icons.images().collect { Sha256.of(it as byte[]).hex() }
def atlas = built.windows('atlas.exe')
atlas.run('shown').succeeds().prints("""[1, 2, 3, 0] 2
CompanyName: Müller & Søn
FileDescription: Rivers of Norway ä€
FileVersion: 1.2.3-beta4
InternalName: atlas
LegalCopyright: © 2026 Müller & Søn
OriginalFilename: atlas.exe
ProductName: The Atlas
ProductVersion: 1.2.3-beta4
Comments: None
True
16 ${images[0]}
32 ${images[1]}
""")

def window = built.windows('window.exe')
window.run('shown').succeeds().prints("[7, 65535, 0, 0] 0 7.65535 window.exe\n" +
        built.file('src/main/windows/window.xml').toFile().text + '\n')
window.run('streams').exits(0).prints('utf-8 ä€\n').complains('and errors\n')
window.run('error').exits(1).prints('').complains('Traceback', 'C:\\<jox>\\window.py', 'ValueError: größer')

// started as Explorer starts it, by another program that reads its message box
def started = { String... what -> atlas.run('start', built.file('target/window.exe'), *what).succeeds() }
started('none').prints('(None, 43)\n')
started('status').prints('(None, 4294967291)\n')
started('error').mentions('window.exe', 'Traceback', 'C:\\\\<jox>\\\\window.py', 'ValueError: größer', '), 1)')
started('hook').prints("(('window.exe', 'hook: größer\\n'), 1)\n")
started('message').prints("(('window.exe', 'no rivers: größer'), 1)\n")
true
