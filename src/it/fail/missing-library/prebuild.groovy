import dev.jox.it.Compiler

def source = basedir.toPath().resolve('src/main/native')
def absent = Compiler.library(source.resolve('absent.c'), basedir.toPath().resolve('libabsent.so.7'), '-Wl,-soname,libabsent.so.7')
Compiler.library(source.resolve('needy.c'), basedir.toPath().resolve('src/main/python/needy.so'), absent.toString())
true
