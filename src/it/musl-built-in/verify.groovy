import dev.jox.it.Case
import dev.jox.it.Program

import java.nio.file.Path

def built = new Case(basedir).hasNothingBeside()
Program.of(Path.of('/usr/bin/ldd')).run(built.file('target/musl-built-in')).exits(1).complains('not a dynamic executable')
built.executable('musl-built-in').in(built.jail().bare()).run().succeeds().prints('''\
markupsafe._speedups built-in True
msgpack._cmsgpack built-in True
_cffi_backend built-in True
_argon2_cffi_bindings._ffi built-in True
regex._regex built-in True
marisa_trie built-in True
yaml._yaml built-in True
&lt;a&gt; &amp;
{'list': [1, 2.5, None], 'text': 'größer'}
True
42 42 4
Salt is too short
größer <Über> True
['key', 'keys']
RuntimeError
True [1, {'a': 'größer'}] 0.2.5
''')
// where each comes from, and what it is linked with
built.says('linked in:', 'cffi 2.0.0, built from cffi-2.0.0.tar.gz with zig', ': _cffi_backend (with ffi', 'see jox:explain')
built.neverSays('   0 B')
true
