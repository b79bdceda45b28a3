import dev.jox.it.Case

new Case(basedir).failsSaying(
        '<toolchain>auto</toolchain> (-Djox.toolchain) finds no C compiler',
        'zig',
        'http://127.0.0.1:9/simple')
true
