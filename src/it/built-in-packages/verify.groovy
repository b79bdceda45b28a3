import dev.jox.it.Case

// each has a wheel: the rules ask for what its source gives
new Case(basedir).hasNothingBeside().jailed('built-in-packages').run().succeeds().prints('''\
markupsafe._speedups built-in
wrapt._wrappers built-in
msgpack._cmsgpack built-in
&lt;a&gt;
{'a': [1, 2.5, None]}
True
''')
true
