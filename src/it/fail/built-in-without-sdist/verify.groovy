import dev.jox.it.Case

new Case(basedir).failsSaying(
        'a rule of <policy> wants fast of fast 1.0 to be built in',
        'instead of being taken from fast-1.0-cp310-abi3-linux_x86_64.whl, and there is no sdist of fast==1.0 on the index or in <wheels>',
        'put its sdist into <wheels>',
        'take back the rule')
true
