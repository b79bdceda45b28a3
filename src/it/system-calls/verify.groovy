import dev.jox.it.Case
import dev.jox.it.Trace

def hello = new Case(basedir).executable('hello')
for (locale in ['C', 'C.UTF-8', 'en_US.UTF-8']) {
    hello.with('LC_ALL', locale).trace().opensOnly(Trace.LIBC + Trace.LIBPYTHON).writesNoFile().result().succeeds().prints('Hello, world\n')
}
true
