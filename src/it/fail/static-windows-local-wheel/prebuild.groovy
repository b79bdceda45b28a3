import dev.jox.it.Archives
import dev.jox.it.StaticPython
import dev.jox.it.WindowsCompiler

def base = basedir.toPath()
WindowsCompiler.ofSetup().library(base.resolve('src/main/native/fast.c'), base.resolve('packages/fast/fast.cp313-win_amd64.pyd'))
Archives.wheel(base.resolve('packages/fast'), base.resolve('dist/fast-1.0-cp313-cp313-win_amd64.whl'))
StaticPython.of('3.13', 'x86_64-pc-windows-gnu').describeTo(basedir)
true
