import dev.jox.it.Case

new Case(basedir).failsSaying('<executable> (-Djox.executable)', 'bin/hello', '<outputDirectory>')
true
