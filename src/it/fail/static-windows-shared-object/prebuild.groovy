import dev.jox.it.Program
import dev.jox.it.StaticPython

import java.nio.file.Path

// any image for Windows by the name of an extension module: the one of the distribution is at hand
def python = StaticPython.of('3.13', 'x86_64-pc-windows-gnu')
def program = 'python/install/python.exe'
Program.of(Path.of('/usr/bin/tar')).run('-I', 'zstd', '-C', basedir, '-xf', python.archive(), program).succeeds()
new File(basedir, program).renameTo(new File(basedir, 'src/main/python/fast.pyd'))
python.describeTo(basedir)
true
