import dev.jox.it.Cpython
import dev.jox.it.FileServer

def archive = basedir.toPath().resolve('served/cpython-3.14.3-install_only.tar.gz')
def sha256 = Cpython.of(localRepositoryPath, '3.14.3-1.5.13').installOnly(archive)
def server = FileServer.start(archive)
context.put('server', server)
new File(basedir, 'test.properties').text = "archive.url=${server.url()}\narchive.sha256=${sha256}\n"
true
