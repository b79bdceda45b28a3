import dev.jox.it.Case

def built = new Case(basedir).hasNothingBeside()
for (executable in ['hello', 'hello-3.13', 'hello-3.12', 'hello-3.11']) {
    def version = executable.contains('-') ? executable.split('-')[1] : '3.14'
    built.jailed(executable).run('big', 'wörld').succeeds().prints("Hello, big wörld\n${version}\n")
}
true
