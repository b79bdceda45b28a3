import dev.jox.it.Case

// the name of the wheel says that there is no compiled code in it
new Case(basedir).failsSaying(
        'the wheel fast-1.0-py3-none-any.whl has compiled code (fast.so)',
        'x86_64-unknown-linux-musl',
        'for that fast 1.0 must be built from source, and there is no sdist of fast==1.0 on the index or in <wheels>',
        'put its sdist into <wheels>',
        'standalone_dynamic')
true
