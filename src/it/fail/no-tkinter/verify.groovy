import dev.jox.it.Case

new Case(basedir).failsSaying(
        'the application imports tkinter (window -> tkinter)',
        'org.bytedeco:cpython',
        'has no Tk: it lacks the module _tkinter',
        'x86_64-unknown-linux-gnu',
        '<distribution><url>',
        '-Djox.distribution.url')
true
