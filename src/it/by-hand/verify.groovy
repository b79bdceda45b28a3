import dev.jox.it.Case
import dev.jox.it.Program

import java.nio.file.Files
import java.nio.file.Path

def built = new Case(basedir)
built.executable('by-hand').run().succeeds().prints('''area 42
beside 17
fourteen ells of cloth
greetings, all
known 0 1
eager 1 1
opened 1 1
not opened 0 0
by_descriptor 27 ['ell', '0.9144', 'furlong', '201.168'] -1
by_stream 27 ['ell', '0.9144', 'furlong', '201.168'] -1
by_mapping 27 ['ell', '0.9144', 'furlong', '201.168'] -1
size 27 -1 True
can 1 0 0 0
whole 1
certificate [] 1
''')
assert Files.isExecutable(built.file('target/lib/greet'))
assert !Files.isExecutable(built.file('target/lib/share/deep/stock.txt'))
// the other library is in memory; what the one beside the executable needs is there too, where the loader by itself finds it
assert Files.walk(built.file('target/lib')).filter(Files::isRegularFile).map { it.fileName.toString() }.sorted().toList() ==
        ['greet', 'libbeside.so', 'libinner.so.1', 'stock.txt']
Program.of(Path.of('/usr/bin/ldd')).run(built.file('target/lib/jox.libs/libbeside.so')).succeeds()
        .mentions("libinner.so.1 => ${built.file('target/lib/jox.libs/libinner.so.1')}".toString())
true
