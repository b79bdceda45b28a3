import dev.jox.it.Compiler

def source = basedir.toPath().resolve('src/main/native')
def target = basedir.toPath().resolve('src/main/python/libs')
def user = { folder, needed -> Compiler.library(source.resolve('user.c'), target.resolve("${folder}/libuser.so"),
        "-L${target.resolve(folder)}".toString(), needed, '-Wl,-rpath,$ORIGIN') }
['unnamed', 'other', 'one', 'two'].each { target.resolve(it).toFile().mkdirs() }

// two that need each other: the first is linked with a stand-in of the second
Compiler.library(source.resolve('ring_b.c'), target.resolve('libring_b.so'), '-Wl,-soname,libring_b.so')
Compiler.library(source.resolve('ring_a.c'), target.resolve('libring_a.so'), target.resolve('libring_b.so').toString(), '-Wl,-soname,libring_a.so')
Compiler.library(source.resolve('ring_b.c'), target.resolve('libring_b.so'), target.resolve('libring_a.so').toString(), '-Wl,-soname,libring_b.so')
// one without a name of its own
Compiler.library(source.resolve('value.c'), target.resolve('unnamed/libvalue.so'), '-DVALUE=3')
user('unnamed', '-lvalue')
// one that is needed by another name than its own: what needs it was linked with a stand-in
Compiler.library(source.resolve('value.c'), target.resolve('other/libalias.so.1'), '-DVALUE=0', '-Wl,-soname,libalias.so.1')
user('other', '-l:libalias.so.1')
Compiler.library(source.resolve('value.c'), target.resolve('other/libalias.so.1'), '-DVALUE=4', '-Wl,-soname,libalias.so.1.0')
// two of one name, each needed by its neighbour
['one': 5, 'two': 6].each { folder, number ->
    Compiler.library(source.resolve('value.c'), target.resolve("${folder}/libsame.so.1"), "-DVALUE=${number}".toString(), '-Wl,-soname,libsame.so.1')
    user(folder, '-l:libsame.so.1')
}
true
