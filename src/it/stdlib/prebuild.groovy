import dev.jox.it.StaticPython

StaticPython.of('3.13', 'x86_64-pc-windows-gnu').describeTo(basedir)
true
