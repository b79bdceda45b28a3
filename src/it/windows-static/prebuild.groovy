import dev.jox.it.Certificate
import dev.jox.it.Icons
import dev.jox.it.StaticPython

StaticPython.of('3.13', 'x86_64-pc-windows-gnu').describeTo(basedir)
Certificate.forLocalhost().writeTo(basedir.toPath().resolve('src/main/python/certificates'))
Icons.write(basedir.toPath().resolve('target/static.ico'))
true
