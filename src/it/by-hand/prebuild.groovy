import dev.jox.it.Compiler

def source = basedir.toPath().resolve('src/main/native')
def target = basedir.toPath().resolve('target/native')
target.toFile().mkdirs()
Compiler.library(source.resolve('inner.c'), target.resolve('libinner.so.1'), '-Wl,-soname,libinner.so.1')
Compiler.library(source.resolve('area.c'), target.resolve('libarea.so'), target.resolve('libinner.so.1').toString())
Compiler.library(source.resolve('beside.c'), target.resolve('libbeside.so'), target.resolve('libinner.so.1').toString())
Compiler.library(source.resolve('_area.c'), basedir.toPath().resolve('src/main/python/shapes/_area.abi3.so'))
true
