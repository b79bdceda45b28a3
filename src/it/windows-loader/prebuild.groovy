import dev.jox.it.WindowsCompiler

import java.nio.file.Files

def source = basedir.toPath().resolve('src/main/native')
def target = Files.createDirectories(basedir.toPath().resolve('native'))
def compiler = WindowsCompiler.ofSetup()
compiler.library(source.resolve('probe.c'), target.resolve('probe.dll'), source.resolve('probe.rc'), '-luser32')
// without what compilers put around DllMain
['plain', 'refusing'].each {
    def object = compiler.object(source.resolve(it + '.c'), target.resolve(it + '.o'))
    compiler.library(object, target.resolve(it + '.dll'), '-nostdlib', '-Wl,--entry,DllMain', '-lkernel32')
}
true
