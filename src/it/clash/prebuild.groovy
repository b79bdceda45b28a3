import dev.jox.it.Archives
import dev.jox.it.StaticPython

import java.nio.file.Files

def packages = basedir.toPath().resolve('packages')
for (name in ['one', 'two']) {
    // the module's own source is the same for both
    Files.copy(packages.resolve('common/src/core.cpp'), packages.resolve("${name}/src/core.cpp"))
    Archives.sdist(packages.resolve(name), basedir.toPath().resolve("dist/${name}-1.0.tar.gz"))
}
StaticPython.of('3.13', 'x86_64-unknown-linux-musl').describeTo(basedir)
StaticPython.of('3.13', 'x86_64-pc-windows-gnu').describeTo(basedir, 'python.windows')
true
