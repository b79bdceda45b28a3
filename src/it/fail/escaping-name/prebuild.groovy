import dev.jox.it.Archives

new File(basedir, 'test.properties').text = 'archive.sha256=' +
        Archives.escapingByName(basedir.toPath().resolve('cpython.tar.gz'))
true
