import dev.jox.it.Case

new Case(basedir).hasNothingBeside().jailed('where').run().succeeds().prints('3.14.3 [1] 89ae\n')
true
