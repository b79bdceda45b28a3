import dev.jox.it.Case

new Case(basedir).failsSaying(
        'in-memroy',
        'resourcesLocation',
        'in-memory',
        'filesystem-relative:')
true
