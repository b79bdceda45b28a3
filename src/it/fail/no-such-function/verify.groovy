import dev.jox.it.Case

new Case(basedir).failsSaying(
        '<run><entryPoint> (-Djox.run.entryPoint): the module hello has no mian',
        'Did you mean hello:main?')
true
