import dev.jox.it.Case
import dev.jox.it.Leaving

def built = new Case(basedir)
new Leaving(built.executable('cases'), built.python(), built.file('src/main/python')).verify()
true
