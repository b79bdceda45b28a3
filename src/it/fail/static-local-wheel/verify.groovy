import dev.jox.it.Case

new Case(basedir).failsSaying(
        'there is no sdist of fast==1.0 (in <requirements>)',
        'dist/fast-1.0-cp313-cp313-linux_x86_64.whl is compiled',
        'x86_64-unknown-linux-musl',
        '<wheels>',
        'standalone_dynamic')
true
