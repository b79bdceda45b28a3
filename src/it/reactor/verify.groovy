import dev.jox.it.Build
import dev.jox.it.Case

def app = new Case(new File(basedir, 'app'))
def build = Build.of(basedir, localRepositoryPath)
app.jailed('app').run().succeeds().prints('from sources | from a wheel | 1.0\n')
assert new File(basedir, 'unrelated/target/built').exists()

new File(basedir, 'sources/src/main/python/shared/motto.txt').text = 'changed'
build.run('package').exits(0)
app.jailed('app').run().succeeds().prints('changed | from a wheel | 1.0\n')

build.run('clean').exits(0)
build.run('package', '-pl', 'app', '-am').exits(0)
app.jailed('app').run().succeeds().prints('changed | from a wheel | 1.0\n')
assert !new File(basedir, 'unrelated/target/built').exists()
true
