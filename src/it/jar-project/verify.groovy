import dev.jox.it.Case
import dev.jox.it.Repository

def built = new Case(basedir)
built.jailed('first').run().succeeds().prints('first False\n')
built.jailed('second').run().succeeds().prints('second 1.17.0\n')
def installed = new Repository(localRepositoryPath).version('it', 'jar-project', '1')
installed.has('jar-project-1.jar')
installed.executable('jar-project-1-first-linux-x86_64.exe').run().prints('first False\n')
installed.executable('jar-project-1-second-linux-x86_64.exe').run().prints('second 1.17.0\n')
true
