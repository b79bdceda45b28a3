import dev.jox.it.Case

new Case(basedir).jailed('hello').run('big', 'wörld').succeeds().prints('Hello, big wörld\n3.14\n')
