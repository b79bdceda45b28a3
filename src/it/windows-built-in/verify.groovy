import dev.jox.it.Case

import java.nio.file.Files

def used = { suffix -> """\
markupsafe._speedups built-in True
msgpack._cmsgpack built-in True
marisa_trie built-in True
app._hand built-in True
\\_wrappers.${suffix}-win_amd64.pyd
&lt;a&gt; ä €
{'a': [1, 2.5, None]}
True
['key', 'keys']
RuntimeError
hello 256 3 app._hand
no float: 'x'
[[1, 2], [1, 2]] 1
written in C
Bad file descriptor
""" }
def built = new Case(basedir)
def beside = { String folder -> Files.list(built.file('target/' + folder)).collect { it.fileName.toString() } - 'jox' }

for (version in ['3.14', '3.12']) {
    assert beside(version) == ['windows-built-in.exe']
    built.windows(version + '/windows-built-in.exe').run().succeeds().prints(used('cp' + version.replace('.', '')))
}
built.says(
        'built-in extension modules',
        'linked in:',
        'marisa-trie 1.3.1, built from marisa_trie-1.3.1.tar.gz with zig',
        'marisa_trie (with libmarisa-trie)',
        'markupsafe 3.0.3, built from markupsafe-3.0.3.tar.gz with zig',
        'msgpack 1.1.2, built from msgpack-1.1.2.tar.gz with zig')

// A policy puts the code of built-in modules into a file, too: they are no less built-in.
assert Files.exists(built.file('target/files/lib/windows-built-in-builtins.dll'))
assert Files.exists(built.file('target/files/lib/python314.dll'))
built.windows('files/windows-built-in.exe').run().succeeds().prints(used('cp314'))
true
