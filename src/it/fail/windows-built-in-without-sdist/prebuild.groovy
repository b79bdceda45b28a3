import dev.jox.it.Archives
import dev.jox.it.WindowsCompiler

import java.nio.file.Files

def base = basedir.toPath()
// in a folder of its own, since the linker leaves more files beside it
def module = Files.createDirectories(base.resolve('native')).resolve('fast.pyd')
WindowsCompiler.ofSetup().library(base.resolve('src/main/native/fast.c'), module)
Files.copy(module, base.resolve('packages/fast/fast.pyd'))
Archives.wheel(base.resolve('packages/fast'), base.resolve('dist/fast-1.0-cp310-abi3-win_amd64.whl'))
true
