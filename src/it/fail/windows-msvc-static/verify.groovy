import dev.jox.it.Case

new Case(basedir).failsSaying(
        'x86_64-pc-windows-msvc (standalone_static)',
        '<target>x86_64-pc-windows-gnu</target>',
        'standalone_dynamic')
true
