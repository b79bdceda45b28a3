import dev.jox.it.Case

new Case(basedir).failsSaying(
        'native/libabsent.so, which <sharedLibraries> names in <file>',
        'relative paths start at the project')
true
