import dev.jox.it.Case

new Case(basedir).failsSaying(
        'application',
        'src/main/python/fast.pyd',
        'x86_64-pc-windows-gnu',
        '<extensionModules>',
        '<target>x86_64-pc-windows-msvc</target>',
        'standalone_dynamic')
true
