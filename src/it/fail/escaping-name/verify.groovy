import dev.jox.it.Case

new Case(basedir).failsSaying(
        'cpython.tar.gz',
        '../evil')
assert !new File(basedir.parentFile, 'evil').exists()
true
