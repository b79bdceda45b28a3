import dev.jox.it.Case
import groovy.json.JsonSlurper

def built = new Case(basedir)
def inside = { result -> new JsonSlurper().parseText(result.out().readLines()[0]) }

def version = (built.file('pom.xml').toFile().text =~ /jox-maven-plugin<\/artifactId>\s*<version>(.*?)</)[0][1]
def plain = inside(built.jailed('default').run('-X', 'dev').succeeds())
assert plain.flags - 'utf8_mode' == ['isolated', 'ignore_environment', 'dont_write_bytecode', 'no_site', 'safe_path', 'hash_randomization']
assert plain.argv == ['-X', 'dev'] && plain.path == [] && plain.pipe && plain.doc
assert plain.jox == [version, true, '/<jox>'] && plain.frozen == null
assert !plain.site && !plain.faulthandler && plain.tracemalloc == 0 && plain.xoptions == []

// An isolated Python has a safe path, whatever is said of that.
def tuned = built.jailed('tuned').with('LC_ALL', 'C').run().exits(0)
assert tuned.output().contains('gr\u00f6\u00dfer\n'): 'latin-1'
def t = inside(tuned)
assert t.flags == ['dev_mode', 'utf8_mode', 'isolated', 'ignore_environment', 'optimize', 'quiet', 'bytes_warning', 'safe_path', 'hash_randomization']
assert t.frozen
assert t.hash == inside(built.jailed('tuned').run().exits(0)).hash
assert plain.hash != inside(built.jailed('default').run().succeeds()).hash
assert t.faulthandler && t.tracemalloc == 3 && !t.pipe && t.site && !t.doc
assert t.xoptions.containsAll(['one', 'two']) && t.warnoptions.contains('ignore::DeprecationWarning')
assert t.stdout == ['iso8859-1', 'replace', true] && t.files == ['utf-8', 'strict']
assert t.path == ['/modules', '/nonexistent']

def open = built.jailed('open').with('PYTHONUTF8', '1').with('PYTHONOPTIMIZE', '1').with('LC_ALL', 'C')
def o = inside(open.run('-X', 'mine', '-q').exits(0))
assert o.flags.containsAll(['utf8_mode', 'optimize', 'quiet']) && !o.flags.contains('isolated')
assert o.xoptions == ['mine'] && !o.flags.contains('ignore_environment')

def loud = built.jailed('loud').with('LC_ALL', 'C').withInput('print(6 * 7)\n').run().exits(0)
def l = inside(loud)
assert l.flags.containsAll(['inspect', 'interactive', 'verbose']) && l.files[0] == 'utf-8'
loud.mentions('42').complains('import time:')
loud.complains('import ')
true
