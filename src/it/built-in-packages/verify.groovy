import dev.jox.it.Case

// each has a wheel: the rules ask for what its source gives
new Case(basedir).hasNothingBeside().jailed('built-in-packages').run().succeeds().prints('''\
markupsafe._speedups built-in
wrapt._wrappers built-in
msgpack._cmsgpack built-in
marisa_trie built-in
_cffi_backend built-in
_argon2_cffi_bindings._ffi built-in
yaml._yaml built-in
&lt;a&gt;
{'a': [1, 2.5, None]}
True
['key', 'keys']
RuntimeError
42 42
Salt is too short
True [1, {'a': 'b'}] (0, 2, 5)
''')
true
