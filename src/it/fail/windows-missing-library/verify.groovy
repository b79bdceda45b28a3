import dev.jox.it.Case

new Case(basedir).failsSaying('needy.dll', 'absent.dll', 'hint: ')
true
