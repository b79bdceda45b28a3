import dev.jox.it.Case

new Case(basedir).failsSaying(
        'application',
        'src/main/python/fast.so',
        'x86_64-unknown-linux-musl',
        '<extensionModules>',
        '<sourceDirectory>')
true
