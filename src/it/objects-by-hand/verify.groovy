import dev.jox.it.Case
import groovy.json.JsonSlurper

def built = new Case(basedir).hasNothingBeside()
built.jailed('objects-by-hand').run().succeeds().prints('''\
app._one built-in False
app._two built-in False
app._größe built-in False
1 5.0
kept
True
''')

// what the pom says of a licence is passed on
built.says('app._one (MIT)')
def bom = new JsonSlurper().parse(built.file('target/jox/objects-by-hand-linux-x86_64/bom.json').toFile())
assert bom.components.find { it.name == 'app._one' }.licenses == [[expression: 'MIT']]
assert !bom.components.find { it.name == 'app._two' }.licenses
true
