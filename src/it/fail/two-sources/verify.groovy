import dev.jox.it.Case

new Case(basedir).failsSaying(
        '<url>',
        '<file>')
true
