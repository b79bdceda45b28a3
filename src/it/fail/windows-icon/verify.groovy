import dev.jox.it.Case

new Case(basedir).failsSaying(
        '<windows><icon> (-Djox.windows.icon): ', 'src/main/windows/picture.ico', 'is no icon in the format .ico')
true
