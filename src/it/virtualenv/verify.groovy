import dev.jox.it.Case

def built = new Case(basedir).hasNothingBeside()
def lines = '''\
&lt;a&gt; True
3.0.3 8.3.0 no package of its own
None b'\\x1b[31mtext\\x1b[0m'
'''
built.jailed('virtualenv').run().succeeds().prints(lines + 'False\n')

// its compiled code cannot be loaded there: the sdist of the same version was built instead
built.executable('static').in(built.jail().bare()).run().succeeds().prints(lines + 'True\n')
true
