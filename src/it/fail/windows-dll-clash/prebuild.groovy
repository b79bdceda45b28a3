import dev.jox.it.WindowsCompiler

def compiler = WindowsCompiler.ofSetup()
def base = basedir.toPath()
['one': 5, 'two': 6].each { folder, number ->
    def place = base.resolve('src/main/python').resolve(folder)
    place.toFile().mkdirs()
    def value = compiler.library(base.resolve('src/main/native/value.c'), place.resolve('value.dll'), "-DVALUE=${number}".toString())
    compiler.library(base.resolve('src/main/native/user.c'), place.resolve('user.dll'), value.toString())
}
true
