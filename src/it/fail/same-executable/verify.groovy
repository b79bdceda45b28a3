import dev.jox.it.Case

// One for glibc and one for musl would be the same file. (What the first of them made is there.)
new Case(basedir).says('target/same-executable', 'x86_64-unknown-linux-musl', 'another execution', '<outputDirectory>', '<executable>')
true
