import dev.jox.it.Build
import dev.jox.it.Case
import groovy.json.JsonSlurper

def built = new Case(basedir)
built.jailed('greet').withInput('typed').run('0').succeeds().prints('arguments [] &lt; 1.17.0 typed\n')

def build = Build.of(basedir, localRepositoryPath)
build.with('-Djox.arguments=0 "two words" \'it\'').run('jox:run').exits(0)
        .mentions("arguments ['two words', 'it'] &lt; 1.17.0")
build.with('-Djox.arguments=3').run('jox:run').exits(1).mentions('greet ended with status 3')
build.with('-Djox.arguments="open').run('jox:run').exits(1).mentions('-Djox.arguments', 'Close every quote')

def text = build.with('-Djox.match=six').run('jox:explain').exits(0)
text.mentions('six', 'lib', 'rule')
assert !text.out().contains('markupsafe')
build.with('-Djox.format=json').run('jox:explain').exits(0).mentions('explain.json')
def plan = new JsonSlurper().parse(new File(basedir, 'target/jox/greet-linux-x86_64/explain.json'))
def native_ = plan.toString()
assert native_.contains('markupsafe') && native_.contains('six')
build.with('-Djox.format=html').run('jox:explain').exits(0).mentions('explain.html')
assert new File(basedir, 'target/jox/greet-linux-x86_64/explain.html').text.contains('markupsafe/_speedups')
build.with('-Djox.format=pdf').run('jox:explain').exits(1).mentions("<format> (-Djox.format): unknown format 'pdf'", 'text, json, html')

def found = build.run('jox:find-resources').exits(0)
found.mentions('markupsafe/__init__.py', 'six.py')
assert !found.out().contains('asyncio')
build.with('-Djox.standardLibrary').run('jox:find-resources').exits(0).mentions('asyncio/__init__.py')
build.run('jox:help').exits(0).mentions('jox:compile', 'jox:explain', 'jox:link')

// Quietly, offline and in parallel, with what is already there.
assert new File(basedir, 'target').deleteDir()
def quiet = build.run('-q', '-o', '-T2', 'package').exits(0)
assert (quiet.out() + quiet.err()).replace('\u001b[0m', '').isBlank()
built.jailed('greet').run('0').succeeds()

assert new File(basedir, 'target').deleteDir()
build.run('jox:run').exits(1).mentions('There is no executable', 'mvn package jox:run')
build.run('jox:explain').exits(1).mentions('mvn package')
true
