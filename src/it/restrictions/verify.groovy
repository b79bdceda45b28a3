import dev.jox.it.Case
import dev.jox.it.Restrictions

new Restrictions(new Case(basedir)).verify()
true
