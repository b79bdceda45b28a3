import dev.jox.it.Case
import groovy.json.JsonSlurper

def built = new Case(basedir)
built.executable('licenses').run().succeeds().prints('''\
&amp; True
CPython 3.14.3: Python-2.0 AND CNRI-Python
CPython's _ssl with ssl, crypto: Apache-2.0
markupsafe 3.0.3: BSD-3-Clause
six 1.17.0: MIT License
True True True
''')

def bom = new JsonSlurper().parse(built.file('target/jox/licenses-linux-x86_64/bom.json').toFile())
assert bom.bomFormat == 'CycloneDX' && bom.metadata.component.name == 'licenses'
def six = bom.components.find { it.name == 'six' }
assert six.purl == 'pkg:pypi/six@1.17.0' && six.licenses == [[license: [name: 'MIT License']]]
def markupsafe = bom.components.find { it.name == 'markupsafe' }
assert markupsafe.licenses == [[expression: 'BSD-3-Clause']]
// what this machine gave has a digest and no licence that anybody could vouch for
assert bom.components.findAll { it.name.startsWith('libz') || it.name.startsWith('liblzma') }.every { it.hashes && !it.licenses }
true
