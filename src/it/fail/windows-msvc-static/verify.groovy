import dev.jox.it.Case

new Case(basedir).failsSaying(
        '<distribution><flavor> (-Djox.distribution.flavor) is standalone_static',
        'x86_64-pc-windows-msvc',
        '<distribution><target>x86_64-pc-windows-gnu</target>',
        'standalone_dynamic')
true
