import dev.jox.it.Case

new Case(basedir).failsSaying(
        'there is no sdist of torch==2.9.1 (in <requirements>)',
        'the index has compiled wheels only, such as torch-2.9.1-cp313-',
        'x86_64-unknown-linux-musl',
        '<wheels>',
        'standalone_dynamic')
true
