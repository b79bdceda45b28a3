import dev.jox.it.Case
import dev.jox.it.Repository

new Case(basedir).jailed('deploy').run().succeeds().prints('carried\n')
for (repository in [localRepositoryPath, new File(basedir, 'repository')]) {
    new Repository(repository).version('it', 'deploy', '1').executable('deploy-1.exe').run().succeeds().prints('carried\n')
}
true
