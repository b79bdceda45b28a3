import dev.jox.it.Case

new Case(basedir).failsSaying('offline (-o)', 'jox-has-no-such-package', '<requirements>', 'once without -o')
true
