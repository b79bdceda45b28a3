import dev.jox.it.Case

new Case(basedir).failsSaying(
        '<packageRoot>',
        'static-windows-package-root/vendor</packageRoot> has compiled code (fast.pyd)',
        'x86_64-pc-windows-gnu',
        'no .dist-info there says which package it belongs to',
        '<requirements>',
        'x86_64-pc-windows-msvc',
        'standalone_dynamic')
true
