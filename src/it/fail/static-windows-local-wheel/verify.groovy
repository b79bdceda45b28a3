import dev.jox.it.Case

new Case(basedir).failsSaying(
        'there is no sdist of fast==1.0 (in <requirements>)',
        'dist/fast-1.0-cp313-cp313-win_amd64.whl is compiled',
        'x86_64-pc-windows-gnu',
        '<wheels>',
        'x86_64-pc-windows-msvc',
        'standalone_dynamic')
true
