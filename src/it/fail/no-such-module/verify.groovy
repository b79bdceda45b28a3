import dev.jox.it.Case

new Case(basedir).failsSaying(
        'absent',
        '<run>',
        'src/main/python')
true
