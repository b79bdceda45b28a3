import dev.jox.it.Cpython
import dev.jox.it.WindowsCompiler

import java.nio.file.Files

def source = basedir.toPath().resolve('src/main/native')
def folder = Files.createDirectories(basedir.toPath().resolve('native'))
def headers = Cpython.forWindows(localRepositoryPath, '3.14.3-1.5.13').headers(basedir.toPath().resolve('python'))
def zig = WindowsCompiler.ofSetup()
zig.object(source.resolve('hand.c'), folder.resolve('hand.o'), '-I' + headers)
// as installers lay them out; the linker leaves the import library beside its DLL
def bin = Files.createDirectories(folder.resolve('bin'))
def lib = Files.createDirectories(folder.resolve('lib'))
zig.library(source.resolve('greet.c'), bin.resolve('greet.dll'))
Files.move(bin.resolve('greet.lib'), lib.resolve('greet.lib'))
true
