import dev.jox.it.Case

def built = new Case(basedir).hasNothingBeside()
built.jailed('built-in').run().succeeds().prints('''\
markupsafe._speedups built-in True
msgpack._cmsgpack built-in True
&lt;a&gt; &amp;
{'list': [1, 2.5, None], 'text': 'größer'}
True
''')
true
