import dev.jox.it.WindowsCompiler

def compiler = WindowsCompiler.ofSetup()
def base = basedir.toPath()
def absent = compiler.library(base.resolve('src/main/native/value.c'), base.resolve('absent.dll'), '-DVALUE=1')
compiler.library(base.resolve('src/main/native/user.c'), base.resolve('src/main/python/needy.dll'), absent.toString())
true
