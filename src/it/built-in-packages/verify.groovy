import dev.jox.it.Case

// each has a wheel: the rules ask for what its source gives
new Case(basedir).hasNothingBeside()
    .says('building marisa_trie-1.3.1.tar.gz', 'building markupsafe-3.0.3.tar.gz',
        'building msgpack-1.1.2.tar.gz', 'building wrapt-1.17.3.tar.gz')
    .jailed('built-in-packages').run().succeeds().prints('''\
markupsafe._speedups built-in
wrapt._wrappers built-in
msgpack._cmsgpack built-in
marisa_trie built-in
&lt;a&gt;
{'a': [1, 2.5, None]}
True
['key1', 'key12'] True
OSError
''')
true
