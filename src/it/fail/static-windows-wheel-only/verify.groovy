import dev.jox.it.Case

new Case(basedir).failsSaying(
        'there is no sdist of pywin32==311 (in <requirements>)',
        'the index has compiled wheels only, such as pywin32-',
        'x86_64-pc-windows-gnu',
        '<wheels>',
        'x86_64-pc-windows-msvc',
        'standalone_dynamic')
true
