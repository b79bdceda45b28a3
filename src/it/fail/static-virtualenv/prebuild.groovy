import dev.jox.it.Archives
import dev.jox.it.Compiler
import dev.jox.it.Cpython
import dev.jox.it.StaticPython
import dev.jox.it.VirtualEnvironment

def base = basedir.toPath()
def wheel = base.resolve('dist/fast-1.0-py3-none-any.whl')
Compiler.library(base.resolve('src/main/native/fast.c'), base.resolve('packages/fast/fast.so'))
Archives.wheel(base.resolve('packages/fast'), wheel)
def python = Cpython.of(localRepositoryPath, '3.13.5-1.5.12').install(base.resolve('python')).resolve('bin/python3.13')
VirtualEnvironment.make(python, base.resolve('.venv')).install('--no-index', wheel)
StaticPython.of('3.13', 'x86_64-unknown-linux-musl').describeTo(basedir)
true
