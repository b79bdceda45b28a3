import dev.jox.it.Archives
import dev.jox.it.Compiler
import dev.jox.it.StaticPython

def base = basedir.toPath()
Compiler.library(base.resolve('src/main/native/fast.c'), base.resolve('packages/fast/fast.so'))
Archives.wheel(base.resolve('packages/fast'), base.resolve('dist/fast-1.0-py3-none-any.whl'))
StaticPython.of('3.13', 'x86_64-unknown-linux-musl').describeTo(basedir)
true
