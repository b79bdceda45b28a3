import dev.jox.it.Case

new Case(basedir).failsSaying('offline (-o)', 'six', '<requirements>', 'once without -o')
true
