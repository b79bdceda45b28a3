import dev.jox.it.Case

new Case(basedir).failsSaying(
        'a rule of <policy> wants fast of fast 1.0 to be built in',
        'the wheel fast-1.0-cp310-abi3-win_amd64.whl has it as a shared library; for that fast 1.0 must be built from source, and there is no sdist of fast==1.0 on the index or in <wheels>',
        'put its sdist into <wheels>',
        'take back the rule')
true
