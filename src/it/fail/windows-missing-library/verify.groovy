import dev.jox.it.Case

new Case(basedir).failsSaying('needy', 'absent.dll', 'needy.pyd -> absent.dll', 'hint: ')
true
