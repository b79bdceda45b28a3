import dev.jox.it.StaticPython
import dev.jox.it.WindowsCompiler

import java.nio.file.Files

def base = basedir.toPath()
def source = base.resolve('src/main/native')
def target = Files.createDirectories(base.resolve('native'))
def python = StaticPython.of('3.13', 'x86_64-pc-windows-gnu')
python.describeTo(basedir)
def headers = python.headers(base.resolve('headers'))
def compiler = WindowsCompiler.ofSetup()
['one', 'two', 'unicode', 'helper1', 'helper2'].each {
    compiler.object(source.resolve(it + '.c'), target.resolve(it + '.o'), '-I' + headers)
}
compiler.archive(target.resolve('libhelper1.a'), target.resolve('helper1.o'))
compiler.archive(target.resolve('libhelper2.a'), target.resolve('helper2.o'))
['handed', 'placed'].each { compiler.library(source.resolve('handed.c'), target.resolve(it + '.dll')) }
compiler.library(source.resolve('units.c'), base.resolve('src/main/python/geo/units.dll'))
compiler.library(source.resolve('geo.c'), base.resolve('src/main/python/geo/geo.dll'), base.resolve('src/main/python/geo/units.lib'))
true
