import dev.jox.it.Case

new Case(basedir).hasNothingBeside().windows('windows-static-built-in.exe').run().succeeds().prints('''\
markupsafe._speedups built-in
msgpack._cmsgpack built-in
marisa_trie built-in
greenlet._greenlet built-in
psutil._psutil_windows built-in
_cffi_backend built-in
_argon2_cffi_bindings._ffi built-in
&lt;a&gt;
{'a': [1, 2.5, None]}
['key', 'keys']
RuntimeError
there 1
here
'thrown there'
True True True True
True True
True 5
[1, 2, 3] 4
OSError
0 $argon2id$v=19$m=64,t=1,p=1$c2FsdHNhbHQ$ksyymBktxhBPob64O6We0Q 0
''')
true
