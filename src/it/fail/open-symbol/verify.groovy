import dev.jox.it.Case

new Case(basedir).failsSaying('open_symbol', 'nobody_has_this', 'open.o', '<nativeLibraries>')
true
