import dev.jox.it.Icons

// Nothing binary is committed.
Icons.write(basedir.toPath().resolve('src/main/windows/atlas.ico'))
true
