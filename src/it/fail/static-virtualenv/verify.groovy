import dev.jox.it.Case

new Case(basedir).failsSaying(
        'fast 1.0 in <virtualenv>',
        'static-virtualenv/.venv</virtualenv> has compiled code (fast.so)',
        'x86_64-unknown-linux-musl',
        'there is no sdist of fast==1.0',
        '<wheels>',
        'standalone_dynamic')
true
