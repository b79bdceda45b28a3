import dev.jox.it.Case

new Case(basedir).failsSaying(
        '<run>',
        '<module>',
        '<entryPoint>')
true
