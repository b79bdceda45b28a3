import dev.jox.it.StaticPython

StaticPython.of('3.13', 'x86_64-unknown-linux-musl').describeTo(basedir)
true
