import dev.jox.it.StaticPython
import dev.jox.it.WindowsCompiler

import java.nio.file.Files

// a module that belongs to no package
def base = basedir.toPath()
WindowsCompiler.ofSetup().library(base.resolve('src/main/native/fast.c'), Files.createDirectories(base.resolve('vendor')).resolve('fast.pyd'))
StaticPython.of('3.13', 'x86_64-pc-windows-gnu').describeTo(basedir)
true
