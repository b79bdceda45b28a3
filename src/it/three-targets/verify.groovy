import dev.jox.it.Case
import dev.jox.it.Program
import dev.jox.it.Repository
import dev.jox.it.Wine

def linux = 'linux False Müller &amp; Søn\n'
def musl = 'linux True Müller &amp; Søn\n'
def windows = 'win32 False Müller &amp; Søn\n'
def name = 'Müller & Søn'

def built = new Case(basedir).hasNothingBeside()
built.jailed('greet').run(name).succeeds().prints(linux)
built.executable('musl/greet').in(built.jail().bare()).run(name).succeeds().prints(musl)
built.windows('windows/greet.exe').run(name).succeeds().prints(windows)

// each is an artifact with its classifier
def installed = new Repository(localRepositoryPath).version('it', 'greet', '1').has('greet-1.pom')
installed.executable('greet-1-linux-x86_64.exe').run(name).succeeds().prints(linux)
installed.executable('greet-1-linux-x86_64-musl.exe').run(name).succeeds().prints(musl)
def copy = installed.executable('greet-1-windows-x86_64.exe').file()
Wine.near(built.file('target')).around(Program.of(copy)).run(name).succeeds().prints(windows)
true
