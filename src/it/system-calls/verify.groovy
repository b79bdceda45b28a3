import dev.jox.it.Case
import dev.jox.it.Trace

def built = new Case(basedir)
def hello = built.executable('hello')
// Of the kernel's files the executable asks for those that plain Python asks for, and they are libc's and libpython's doing before
// any code of the executable runs: since 3.13 its allocator reads how memory is overcommitted, 3.14 has pthread_getattr_np find
// the bounds of the stack in /proc/self/maps.
def plain = built.python().trace('-I', '-S', '-c', 'print("Hello, world")')
plain.result().succeeds().prints('Hello, world\n')
for (locale in ['C', 'C.UTF-8', 'en_US.UTF-8']) {
    hello.with('LC_ALL', locale).trace().opensOnly(Trace.LIBC + plain.kernelFiles()).writesNoFile().result().succeeds().prints('Hello, world\n')
}
// A small program stays small.
assert hello.trace().calls('madvise').isEmpty()
true
