import dev.jox.it.Case

def built = new Case(basedir)
def says = { executable, facts -> built.executable(executable).run().succeeds().prints(facts.stripIndent().trim() + '\n') }
def beside = { built.file("target/${it}").toFile().exists() }

says('plain', '''
    asserts yes
    docstring yes
    sources yes yes
    test no no
    pydoc_data yes
    resources yes yes yes
    spare yes
    places /<jox>/json/__init__.py /<jox>/shop/__init__.py /<jox>/markupsafe/_speedups''')
// bytecode of level 2 and nothing else; no source, and no resources of the standard library
says('lean', '''
    asserts no
    docstring no
    sources no no
    test no no
    pydoc_data no
    resources yes yes yes
    spare yes
    places /<jox>/json/__init__.py /<jox>/shop/__init__.py /<jox>/markupsafe/_speedups''')
// bytecode of level 1 too, tests, plain files, and extension modules as files where they cannot be in memory
says('full', '''
    asserts no
    docstring yes
    sources yes yes
    test yes yes
    pydoc_data yes
    resources yes yes yes
    spare yes
    places /<jox>/json/__init__.py /<jox>/shop/__init__.py beside/markupsafe/_speedups''')
assert beside('beside/notes.txt') && !beside('beside/shop')
// what is not of the standard library is as it lay in the packages, for Python's own importer
says('files', '''
    asserts yes
    docstring yes
    sources yes yes
    test no no
    pydoc_data yes
    resources yes yes yes
    spare yes
    places /<jox>/json/__init__.py unpacked/shop/__init__.py unpacked/markupsafe/_speedups''')
assert beside('unpacked/notes.txt')
says('unclassified', 'json None None')
says('relative', '''
    asserts yes
    docstring yes
    sources yes yes
    test no no
    pydoc_data yes
    resources yes yes yes
    spare yes
    places parts/json/__init__.py parts/shop/__init__.py parts/markupsafe/_speedups''')
assert beside('parts/shop/large.bin') && !beside('parts/notes.txt')
// by name, package, type, flavor and size: level 2, sources, what is left out, and where it is
says('ruled', '''
    asserts no
    docstring no
    sources yes no
    test yes no
    pydoc_data yes
    resources yes no yes
    spare no
    places /<jox>/json/__init__.py /<jox>/shop/__init__.py /<jox>/markupsafe/_speedups''')
assert beside('share/notes.txt') && beside('share/shop/large.bin') && !beside('share/shop/small.txt')
true
