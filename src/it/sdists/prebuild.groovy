import dev.jox.it.Archives

for (name in ['pure', 'fast']) {
    Archives.sdist(new File(basedir, "packages/${name}").toPath(), new File(basedir, "dist/${name}-1.0.tar.gz").toPath())
}
true
