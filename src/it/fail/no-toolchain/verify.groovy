import dev.jox.it.Case

new Case(basedir).failsSaying(
        'zig',
        '-o')
true
