import dev.jox.it.Case
import dev.jox.it.Program

import java.nio.file.Path

def built = new Case(basedir).hasNothingBeside()
Program.of(Path.of('/usr/bin/ldd')).run(built.file('target/musl-built-in')).exits(1).complains('not a dynamic executable')
built.executable('musl-built-in').in(built.jail().bare()).run().succeeds().prints('''\
markupsafe._speedups built-in True
msgpack._cmsgpack built-in True
&lt;a&gt; &amp;
{'list': [1, 2.5, None], 'text': 'größer'}
True
''')
true
