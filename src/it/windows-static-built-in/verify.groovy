import dev.jox.it.Case

new Case(basedir).hasNothingBeside().windows('windows-static-built-in.exe').run().succeeds().prints('''\
markupsafe._speedups built-in
msgpack._cmsgpack built-in
marisa_trie built-in
&lt;a&gt;
{'a': [1, 2.5, None]}
['key', 'keys']
RuntimeError
''')
true
