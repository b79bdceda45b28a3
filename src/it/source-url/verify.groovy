import dev.jox.it.Build
import dev.jox.it.Case

def build = Build.of(basedir, localRepositoryPath).with('-Djox.cacheDirectory=' + new File(basedir, 'cache'))
new Case(basedir).jailed('where').run().succeeds().prints('3.14.3 [1] 89ae\n')
context.get('server').gave(1)
build.run('clean', 'package').succeeds()
context.get('server').gave(1).stop()
build.run('-o', 'clean', 'package').succeeds()
new Case(basedir).jailed('where').run().succeeds()
