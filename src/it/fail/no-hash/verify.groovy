import dev.jox.it.Case

new Case(basedir).failsSaying(
        '<url>',
        '<sha256>')
true
