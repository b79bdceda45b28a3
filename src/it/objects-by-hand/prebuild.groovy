import dev.jox.it.Compiler
import dev.jox.it.Cpython

import java.nio.file.Files

def source = basedir.toPath().resolve('src/main/native')
def target = Files.createDirectories(basedir.toPath().resolve('native'))
def python = Cpython.of(localRepositoryPath, '3.14.3-1.5.13').install(basedir.toPath().resolve('python'))
['one', 'two', 'unicode', 'helper1', 'helper2'].each {
    Compiler.object(source.resolve(it + '.c'), target.resolve(it + '.o'), '-I' + python.resolve('include/python3.14'))
}
Compiler.archive(target.resolve('libhelper1.a'), target.resolve('helper1.o'))
Compiler.archive(target.resolve('libhelper2.a'), target.resolve('helper2.o'))
true
