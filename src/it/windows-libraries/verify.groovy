import dev.jox.it.Case
true
