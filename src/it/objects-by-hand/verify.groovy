import dev.jox.it.Case
import groovy.json.JsonSlurper

import java.nio.file.Files

def looked = '''\
app._one built-in False
app._two built-in False
app._größe built-in False
1 5.0
kept
True
'''
def built = new Case(basedir).hasNothingBeside()
built.jailed('objects-by-hand').run().succeeds().prints(looked)
assert Files.exists(built.file('target/files/lib/objects-by-hand-builtins.so'))
built.executable('files/objects-by-hand').run().succeeds().prints(looked)

// what the pom says of a licence is passed on
built.says('app._one (with libhelper1.a; MIT)')
def bom = new JsonSlurper().parse(built.file('target/jox/objects-by-hand-linux-x86_64/bom.json').toFile())
assert bom.components.find { it.name == 'app._one' }.licenses == [[expression: 'MIT']]
assert !bom.components.find { it.name == 'app._two' }.licenses
true
