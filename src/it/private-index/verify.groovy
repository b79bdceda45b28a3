import dev.jox.it.Build
import dev.jox.it.Case

new Case(basedir).jailed('private-index').run().succeeds().prints('from the private index\n')
new Case(basedir).neverSays('p w"')

def build = Build.of(basedir, localRepositoryPath)
build.with('-Dindex.server=someone').run('package').exits(1)
        .mentions('<index><serverId> (-Djox.index.serverId)', 'someone', 'settings.xml')
// What pip found is kept; -U asks it again.
build.with('-Dindex.server=wrong-password', '-U').run('package').exits(1)
        .mentions(context.get('index').url(), '401', '<serverId>')
context.get('index').stop()
true
