import dev.jox.it.Case
import dev.jox.it.Repository

new Case(basedir).jailed('deploy-files').run().succeeds().prints('&amp; True\n')
for (repository in [localRepositoryPath, new File(basedir, 'repository')]) {
    def deployed = new Repository(repository).version('it', 'deploy-files', '1').has('deploy-files-1.exe')
    deployed.unpacked('deploy-files-1-linux-x86_64.tar.gz', 'deploy-files').run().succeeds().prints('&amp; True\n')
}
true
