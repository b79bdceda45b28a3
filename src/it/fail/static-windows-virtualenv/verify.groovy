import dev.jox.it.Case

new Case(basedir).failsSaying(
        'fast 1.0 in <virtualenv>',
        'static-windows-virtualenv/.venv</virtualenv> has compiled code (fast.cp313-win_amd64.pyd)',
        'x86_64-pc-windows-gnu',
        'there is no sdist of fast==1.0',
        '<wheels>',
        'x86_64-pc-windows-msvc',
        'standalone_dynamic')
true
