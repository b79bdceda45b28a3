import dev.jox.it.Compiler

Compiler.object(basedir.toPath().resolve('src/main/native/open.c'), basedir.toPath().resolve('open.o'))
true
