import dev.jox.it.Case

new Case(basedir).failsSaying(
        'cpython.tar.gz',
        'ends too early')
true
