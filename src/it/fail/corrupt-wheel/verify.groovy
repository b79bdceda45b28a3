import dev.jox.it.Case

new Case(basedir).failsSaying(
        'broken-1.0-py3-none-any.whl')
true
