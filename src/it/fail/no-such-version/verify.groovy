import dev.jox.it.Case

new Case(basedir).failsSaying(
        'six==999',
        '<requirements>')
true
