import dev.jox.it.StaticPython

def python = StaticPython.of('3.13', 'x86_64-unknown-linux-musl')
python.describeTo(basedir)
new File(basedir, 'test.properties') << "native.libraries=${python.archive().resolveSibling('musl/lib')}\n"
true
