import dev.jox.it.Case

new Case(basedir).failsSaying(
        'has no place: policy.resourcesLocation puts it in memory',
        'because a plain file is opened by its path',
        'policy.resourcesLocationFallback names no folder',
        '-Djox.policy.resourcesLocationFallback')
true
