import dev.jox.it.Cpython

def archive = basedir.toPath().resolve('cpython-3.14.3-install_only.tar.gz')
new File(basedir, 'test.properties').text = 'archive.sha256=' +
        Cpython.of(localRepositoryPath, '3.14.3-1.5.13').installOnly(archive)
true
