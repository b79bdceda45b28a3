import dev.jox.it.Cpython
import dev.jox.it.StaticPython
import dev.jox.it.VirtualEnvironment

def base = basedir.toPath()
def python = Cpython.of(localRepositoryPath, '3.13.5-1.5.12').install(base.resolve('python')).resolve('bin/python3.13')
def environment = VirtualEnvironment.make(python, base.resolve('.venv'))
environment.install('markupsafe==3.0.3')
environment.install('click==8.3.0', '--target', base.resolve('vendor'))
StaticPython.of('3.13', 'x86_64-unknown-linux-musl').describeTo(basedir)
true
