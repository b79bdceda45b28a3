import dev.jox.it.StaticLibpython

def python = StaticLibpython.unpack(basedir.toPath().resolve('python'))
new File(basedir, 'test.properties').text = "python.installed=${python}\n"
true
