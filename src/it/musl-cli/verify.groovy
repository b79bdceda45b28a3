import dev.jox.it.Case

// markupsafe has a wheel for glibc; what is linked in comes from its source
def built = new Case(basedir).hasNothingBeside()
built.executable('greet').in(built.jail().bare()).run('<you>').succeeds().mentions('Hello, &lt;you&gt;!', 'built-in True')
built.jailed('greet').run('--help').succeeds().mentions('Usage: greet [OPTIONS] NAME')
true
