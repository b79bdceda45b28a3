import dev.jox.it.Case

import java.nio.file.Files

def built = new Case(basedir)
built.executable('by-hand').run().succeeds().prints('''area 42
beside 17
fourteen ells of cloth
greetings, all
''')
assert Files.isExecutable(built.file('target/lib/greet'))
assert !Files.isExecutable(built.file('target/lib/share/deep/stock.txt'))
// what needs nothing but its name is in memory, and so is what it needs
assert Files.walk(built.file('target/lib')).filter(Files::isRegularFile).map { it.fileName.toString() }.sorted().toList() == ['greet', 'libbeside.so', 'stock.txt']
true
