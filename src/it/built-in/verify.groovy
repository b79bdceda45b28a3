import dev.jox.it.Build
import dev.jox.it.Case
import groovy.json.JsonSlurper

def built = new Case(basedir).hasNothingBeside()
built.jailed('built-in').run().succeeds().prints('''\
markupsafe._speedups built-in True
msgpack._cmsgpack built-in True
&lt;a&gt; &amp;
{'list': [1, 2.5, None], 'text': 'größer'}
True
''')

// the explanation knows how much code was linked in, as the table does
Build.of(basedir, localRepositoryPath).with('-Djox.format=json', '-Djox.match=markupsafe._speedups').run('jox:explain').exits(0)
def explained = new JsonSlurper().parse(new File(basedir, 'target/jox/built-in-linux-x86_64/explain.json'))
assert explained*.as == ['built-in extension module'] && explained[0].bytes > 2000
true
