import dev.jox.it.StaticPython
import dev.jox.it.WindowsCompiler

import java.nio.file.Files

// as python -m venv on Windows lays one out, and pip fills it
def base = basedir.toPath()
def packages = Files.createDirectories(base.resolve('.venv/Lib/site-packages'))
Files.writeString(base.resolve('.venv/pyvenv.cfg'), 'home = C:\\Python313\ninclude-system-site-packages = false\nversion = 3.13.5\n')
WindowsCompiler.ofSetup().library(base.resolve('src/main/native/fast.c'), packages.resolve('fast.cp313-win_amd64.pyd'))
Files.move(base.resolve('packages/fast/fast-1.0.dist-info'), packages.resolve('fast-1.0.dist-info'))
Files.writeString(packages.resolve('fast-1.0.dist-info/RECORD'), '''fast.cp313-win_amd64.pyd,,
fast-1.0.dist-info/METADATA,,
fast-1.0.dist-info/WHEEL,,
fast-1.0.dist-info/RECORD,,
''')
StaticPython.of('3.13', 'x86_64-pc-windows-gnu').describeTo(basedir)
true
