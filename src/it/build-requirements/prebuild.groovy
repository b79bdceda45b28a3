import dev.jox.it.Archives

Archives.sdist(new File(basedir, 'packages/dated').toPath(), new File(basedir, 'dist/dated-1.0.tar.gz').toPath())
true
