import dev.jox.it.Case

new Case(basedir).failsSaying(
        'jox-has-no-such-package==1.0',
        '<requirements>')
true
