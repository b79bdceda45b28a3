import dev.jox.it.Archives

new File(basedir, 'test.properties').text = 'archive.sha256=' +
        Archives.truncated(basedir.toPath().resolve('cpython.tar.gz'))
true
