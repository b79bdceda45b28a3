import dev.jox.it.WindowsCompiler

def compiler = WindowsCompiler.ofSetup()
def base = basedir.toPath()
def absent = compiler.library(base.resolve('src/main/native/value.c'), base.resolve('absent.dll'), '-DVALUE=1')
compiler.library(base.resolve('src/main/native/needy.c'), base.resolve('src/main/python/needy.pyd'), absent.toString())
true
