import dev.jox.it.Compiler

def source = basedir.toPath().resolve('src/main/native')
def target = basedir.toPath().resolve('src/main/python/geo')
Compiler.library(source.resolve('units.c'), target.resolve('libunits.so.1'), '-Wl,-soname,libunits.so.1')
Compiler.library(source.resolve('geo.c'), target.resolve('libgeo.so'), target.resolve('libunits.so.1').toString(), '-Wl,-rpath,$ORIGIN')
true
