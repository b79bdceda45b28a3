import dev.jox.it.Case

def built = new Case(basedir)
for (name in ['newest', 'oldest']) {
    built.jailed(name).run().succeeds().prints('78.1.1\n')
    // what the next machine can ask for
    assert built.file("target/jox/${name}-linux-x86_64/build-constraints.txt").toFile().readLines() == [
        '# What these were built with: dated-1.0.tar.gz', 'setuptools==78.1.1']
}
true
