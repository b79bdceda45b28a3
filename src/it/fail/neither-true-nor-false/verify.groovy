import dev.jox.it.Case

new Case(basedir).failsSaying('<policy><includeTest>yes', 'true or false')
true
