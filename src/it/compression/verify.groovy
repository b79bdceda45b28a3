import dev.jox.it.Case

def built = new Case(basedir).hasNothingBeside()
def says = '''\
&amp; True
True
True
def escape_silent(s: t.Any | None, /) -> Markup:
Traceback (most recent call last):
  File "/<jox>/show.py", line 16, in <module>
    raise ValueError("größer")
ValueError: größer
'''
built.jailed('plain').run().succeeds().prints(says)
built.jailed('small').run().succeeds().prints(says)

def size = { built.file("target/${it}").toFile().length() }
assert size('small') < 0.75 * size('plain')
true
