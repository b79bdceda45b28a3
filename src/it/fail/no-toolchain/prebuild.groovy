import dev.jox.fetch.Cache
import java.nio.file.Files
import java.nio.file.Path

// What Maven's own script calls, and no compiler.
def tools = Files.createDirectory(basedir.toPath().resolve('tools'))
for (name in ['sh', 'uname', 'dirname', 'basename', 'expr', 'readlink', 'ls', 'sed', 'tr', 'cat', 'env', 'which', 'java']) {
    def program = ['/bin', '/usr/bin', System.getProperty('java.home') + '/bin'].collect { Path.of(it, name) }.find { Files.isExecutable(it) }
    if (program != null) {
        Files.createSymbolicLink(tools.resolve(name), program)
    }
}

// A cache without a toolchain, that shares what takes minutes to make.
def cache = Files.createDirectory(basedir.toPath().resolve('cache'))
def shared = Cache.defaultRoot(System.getenv(), Path.of(System.getProperty('user.home')))
for (name in ['distributions', 'distribution-descriptions', 'standard-library', 'bytecode', 'build-python', 'scripts']) {
    if (Files.isDirectory(shared.resolve(name))) {
        Files.createSymbolicLink(cache.resolve(name), shared.resolve(name))
    }
}
true
