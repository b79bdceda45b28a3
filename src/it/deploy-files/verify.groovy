import dev.jox.it.Case
import dev.jox.it.Repository

def built = new Case(basedir)
built.jailed('deploy-files').run().succeeds().prints('&amp; True\n')
true
