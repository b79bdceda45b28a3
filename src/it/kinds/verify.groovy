import dev.jox.it.Case
import dev.jox.it.Program

import java.nio.file.Path

def built = new Case(basedir).hasNothingBeside()
def lines = '''\
evdev._ecodes built-in
evdev._input built-in
evdev._uinput built-in
jq built-in
propcache._helpers_c built-in
30 EV_KEY 1
[42]
True
49
'''
built.jailed('kinds').run().succeeds().prints(lines)

Program.of(Path.of('/usr/bin/ldd')).run(built.file('target/kinds-static')).exits(1).complains('not a dynamic executable')
built.executable('kinds-static').in(built.jail().bare()).run().succeeds().prints(lines)
true
