import dev.jox.it.Build
import dev.jox.it.Case

def build = Build.of(basedir, localRepositoryPath).with('-Djox.cacheDirectory=' + new File(basedir, 'cache'))
new Case(basedir).jailed('where').run().succeeds().prints('3.14.3 [1] 89ae\n')
def server = context.get('server').gave(1)
build.run('clean', 'package').exits(0)
server.gave(1)

// Two builds at once, with nothing in their cache: one of them downloads.
def cold = '-Djox.cacheDirectory=' + new File(basedir, 'cold')
[build.with(cold), build.copy('second').with(cold)].parallelStream().forEach { it.run('clean', 'package').exits(0) }
server.gave(2).stop()
new Case(basedir).jailed('where').run().succeeds()
new Case(new File(basedir, 'second')).jailed('where').run().succeeds()

build.run('-o', 'clean', 'package').exits(0)
new Case(basedir).jailed('where').run().succeeds()
true
