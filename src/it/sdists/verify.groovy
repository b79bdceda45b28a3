import dev.jox.it.Case

new Case(basedir).jailed('sdists').run().succeeds().prints('1 yes 42 True True\n')
true
