import dev.jox.it.Case

new Case(basedir).failsSaying(
        'org.bytedeco:cpython',
        '3.13.0-1.5.11',
        'offline',
        '-o')
true
