import dev.jox.it.Archives
import dev.jox.it.Compiler

def base = basedir.toPath()
Compiler.library(base.resolve('src/main/native/fast.c'), base.resolve('packages/fast/fast.abi3.so'))
Archives.wheel(base.resolve('packages/fast'), base.resolve('dist/fast-1.0-cp310-abi3-linux_x86_64.whl'))
true
