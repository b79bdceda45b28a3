import dev.jox.it.Case

new Case(basedir).failsSaying(
        'target/shop has the name of a folder that the plan puts beside it, for shop/__init__.py (rule 1 (shop.**))',
        '<executable> (-Djox.executable)')
assert !new File(basedir, 'target/shop').exists()
true
