import dev.jox.it.WindowsCompiler

def compiler = WindowsCompiler.ofSetup()
def base = basedir.toPath()
def source = { base.resolve('src/main/native').resolve(it) }
def library = { path -> def file = base.resolve(path); file.parent.toFile().mkdirs(); file }
def value = { path, number -> compiler.library(source('value.c'), library(path), "-DVALUE=${number}".toString()) }

// one that needs its neighbour
def python = 'src/main/python/atlas/'
def needed = value(python + 'needed/value.dll', 3)
compiler.library(source('user.c'), library(python + 'needed/user.dll'), needed.toString())
// two of one name that nothing needs
value(python + 'one/same.dll', 5)
value(python + 'two/same.dll', 6)
// two that need each other: the first is linked with a stand-in of the second
def ring = { own, other, Object... with ->
    compiler.library(source('ring.c'), library(python + "ring/${own}.dll"), "-DOWN=${own}".toString(), "-DOTHER=${other}".toString(), *with)
}
ring('ring_b', 'ring_b_other', '-DALONE')
ring('ring_a', 'ring_b', library(python + 'ring/ring_b.dll').toString())
ring('ring_b', 'ring_a', library(python + 'ring/ring_a.dll').toString())
// one that needs another when it first calls it
def scratch = { base.resolve('target/late').resolve(it) }
scratch('.').toFile().mkdirs()
value(python + 'late/late.dll', 9)
def lazy = compiler.object(source('lazy.c'), scratch('lazy.o'), '-fno-builtin')
def helper = compiler.object(compiler.mingw('misc/delayimp.c'), scratch('delayimp.o'))
def imports = { name -> compiler.run('dlltool', '-m', 'i386:x86-64', '-d', source(name + '.def'), '-l', scratch(name + '.lib')); scratch(name + '.lib') }
compiler.run('lld-link', '/dll', '/noentry', '/nodefaultlib', '/delayload:late.dll', "/out:${library(python + 'late/lazy.dll')}".toString(),
        lazy, helper, imports('late'), imports('kernel32'))
// two that the pom names
value('native/extra.dll', 7)
value('native/placed.dll', 8)
// what was linked with, and what compilers leave beside their results
new File(basedir, 'src/main/python').eachFileRecurse { if (it.name ==~ /.*\.(lib|pdb)/) it.delete() }
true
