import dev.jox.it.Case

new Case(basedir).failsSaying(
        'cpython.tar.gz',
        'damaged or truncated')
true
