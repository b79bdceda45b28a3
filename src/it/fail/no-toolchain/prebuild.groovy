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
true
