import dev.jox.it.Case

def built = new Case(basedir).hasNothingBeside()
built.windows('sources.exe').run().succeeds().prints('''\
_speedups.cp313-win_amd64.pyd
_cmsgpack.cp313-win_amd64.pyd
fuzz_cpp.cp313-win_amd64.pyd
_cffi_backend.cp313-win_amd64.pyd
&lt;a&gt; [1] 100.0 1.17.1
''')
def module = '_cffi_backend.cpython-313-x86_64-linux-gnu.so, an extension module for Linux'
built.says(
        'src/main/foreign of sources has ' + module,
        'x86_64-pc-windows-msvc cannot load',
        '<extensionModules>')
built.says(
        'slow-1.0-py3-none-any.whl has ' + module,
        'another wheel or the sdist of slow 1.0 is needed',
        'hint: put its wheel for x86_64-pc-windows-msvc or its sdist into <wheels>')
true
