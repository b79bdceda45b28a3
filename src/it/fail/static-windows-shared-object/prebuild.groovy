import dev.jox.it.StaticPython
import dev.jox.it.WindowsCompiler

def base = basedir.toPath()
WindowsCompiler.ofSetup().library(base.resolve('src/main/native/fast.c'), base.resolve('src/main/python/fast.pyd'))
StaticPython.of('3.13', 'x86_64-pc-windows-gnu').describeTo(basedir)
true
