import dev.jox.it.Cpython

Cpython.of(localRepositoryPath, '3.14.3-1.5.13').install(basedir.toPath().resolve('python'))
true
