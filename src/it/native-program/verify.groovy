import dev.jox.it.Case
import dev.jox.it.NativeProgram

new NativeProgram(new Case(basedir).executable('behave')).verify()
true
