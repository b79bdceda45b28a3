import dev.jox.it.Program
import dev.jox.it.StaticPython

// an extension module for Windows, by the compiler that the distribution was built with
def python = StaticPython.of('3.13', 'x86_64-pc-windows-gnu')
def cache = python.archive().parent.parent
def zig = cache.resolve('stages').toFile().listFiles().find { it.name ==~ /zig-[\d.]+-\w+/ }.toPath().resolve('ziglang/zig')
def module = new File(basedir, 'fast.pyd')
Program.of(zig)
        .with('ZIG_GLOBAL_CACHE_DIR', cache.resolve('zig-cache').toString())
        .with('ZIG_LOCAL_CACHE_DIR', cache.resolve('zig-cache').toString())
        .run('cc', '-target', 'x86_64-windows-gnu', '-O2', '-g0', '-fno-sanitize=undefined', '-shared', '-o', module,
                new File(basedir, 'src/main/native/fast.c'))
        .exits(0)
module.renameTo(new File(basedir, 'src/main/python/fast.pyd'))
python.describeTo(basedir)
true
