import dev.jox.it.Build
import dev.jox.it.Case

def name = 'grüße an die welt'
new Case(basedir).jailed(name).run('ü b', '日本').succeeds().prints("${name} größe.py ['ü b', '日本'] \n")

def copy = Build.of(basedir, localRepositoryPath).copy('ein Ordner ü')
copy.run('package').exits(0)
def program = new Case(copy.folder()).executable(name)
for (locale in ['C', 'C.UTF-8', 'en_US.UTF-8']) {
    program.with('LC_ALL', locale).withDirectory(copy.folder()).run('é').succeeds()
            .prints("${name} größe.py ['é'] ein Ordner ü\n")
}
true
