import dev.jox.it.Case

new Case(basedir).failsSaying(
        'cpython.tar.gz',
        'python/lib')
assert !new File(basedir.parentFile, 'evil').exists()
true
