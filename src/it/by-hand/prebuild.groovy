import dev.jox.it.Compiler

def source = basedir.toPath().resolve('src/main/native')
def target = basedir.toPath().resolve('target/native')
target.toFile().mkdirs()
Compiler.library(source.resolve('inner.c'), target.resolve('libinner.so.1'), '-Wl,-soname,libinner.so.1')
Compiler.library(source.resolve('area.c'), target.resolve('libarea.so'), target.resolve('libinner.so.1').toString())
Compiler.library(source.resolve('beside.c'), target.resolve('libbeside.so'), target.resolve('libinner.so.1').toString())
Compiler.library(source.resolve('_area.c'), basedir.toPath().resolve('src/main/python/shapes/_area.abi3.so'))
Compiler.library(source.resolve('reads.c'), target.resolve('libreads.so'))
Compiler.library(source.resolve('loads.c'), target.resolve('libloads.so'), '-Wl,-soname,libloads.so')
Compiler.library(source.resolve('eager.c'), target.resolve('libeager.so'), target.resolve('libloads.so').toString())

// A certificate, for OpenSSL to find.
def keytool = System.getProperty('java.home') + '/bin/keytool'
def store = target.resolve('keys.p12').toString()
[[keytool, '-genkeypair', '-keyalg', 'EC', '-alias', 'shapes', '-dname', 'CN=shapes', '-keystore', store, '-storepass', 'secret'],
 [keytool, '-exportcert', '-rfc', '-alias', 'shapes', '-keystore', store, '-storepass', 'secret', '-file',
  basedir.toPath().resolve('src/main/python/shapes/shapes.pem').toString()]].each {
    def process = new ProcessBuilder(it).redirectErrorStream(true).start()
    def output = process.inputStream.text
    assert process.waitFor() == 0: output
}
true
