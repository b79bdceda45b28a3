import dev.jox.it.Build
import dev.jox.it.Case
import dev.jox.it.Rebuild

new Rebuild(new Case(basedir), Build.of(basedir, localRepositoryPath), 'probe').verify()
true
