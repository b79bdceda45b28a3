import dev.jox.it.Case

new Case(basedir).failsSaying('<requirments>', 'Did you mean <requirements>?')
true
