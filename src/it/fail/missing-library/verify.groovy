import dev.jox.it.Case

new Case(basedir).failsSaying('needy', 'libabsent.so.7')
true
