import dev.jox.it.Compiler
import dev.jox.it.StaticPython

def sources = basedir.toPath().resolve('src/main')
Compiler.library(sources.resolve('native/fast.c'), sources.resolve('python/fast.so'))
StaticPython.of('3.13', 'x86_64-unknown-linux-musl').describeTo(basedir)
true
