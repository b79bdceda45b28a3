import dev.jox.it.Archives
import dev.jox.it.Cpython
import dev.jox.it.Program
import dev.jox.it.VirtualEnvironment

import java.nio.file.Files

def base = basedir.toPath()
def python = Cpython.of(localRepositoryPath, '3.13.5-1.5.12').install(base.resolve('python')).resolve('bin/python3.13')
VirtualEnvironment.make(python, base.resolve('.venv')).install('markupsafe==3.0.3')
def pip = { Object... arguments -> Program.of(python).withEnvironment(System.getenv()).run('-m', 'pip', *arguments).exits(0) }
def here = ['--only-binary=:all:', '--no-deps']
def windows = ['--platform', 'win_amd64', '--python-version', '3.13'] + here
pip('install', '--no-compile', '--target', base.resolve('vendor'), *windows, 'msgpack==1.1.2')
[here, windows].each { pip('download', '--dest', base.resolve('dist'), *it, 'rapidfuzz==3.14.6') }

// a module of the application's own, for each system; one for Linux alone, and a package of it
['cffi-linux': here, 'cffi-windows': windows].each { folder, arguments ->
    pip('install', '--no-compile', '--target', base.resolve(folder), *arguments, 'cffi==1.17.1')
}
def copy = { from, to ->
    Files.createDirectories(base.resolve(to))
    base.resolve(from).toFile().eachFileMatch(~/_cffi_backend\..*/) { Files.copy(it.toPath(), base.resolve(to).resolve(it.name)) }
}
copy('cffi-linux', 'src/main/python')
copy('cffi-windows', 'src/main/python')
copy('cffi-linux', 'src/main/foreign')
copy('cffi-linux', 'packages/slow')
Archives.wheel(base.resolve('packages/slow'), base.resolve('linux/slow-1.0-py3-none-any.whl'))
true
