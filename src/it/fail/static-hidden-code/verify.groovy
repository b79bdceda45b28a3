import dev.jox.it.Case

// the name of the wheel says that there is no compiled code in it
new Case(basedir).failsSaying(
        'the wheel of fast 1.0 has compiled code (fast.so)',
        'x86_64-unknown-linux-musl',
        'instead of being taken from fast-1.0-py3-none-any.whl, and there is no sdist of fast==1.0 on the index or in <wheels>',
        'put its sdist into <wheels>',
        'standalone_dynamic')
true
