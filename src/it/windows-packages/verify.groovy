import dev.jox.it.Case

def built = new Case(basedir)
def tool = built.windows('tool.exe')
tool.run('--version').succeeds().prints('tool, version 1.0\n')
tool.run('--help').succeeds().mentions('Usage: tool', 'letter', 'versions')
tool.run('write').exits(2).complains("No such command 'write'")
tool.run('table').succeeds().mentions('Müller & Søn', '│ Item', 'bicycle bell', '7.50', 'saddle', '31.99')
tool.run('letter', 'Müller & Søn').succeeds().prints('Dear Müller &amp; Søn,\n')
tool.run('get', 'http://127.0.0.1:9/').exits(1).complains('Error: no answer')
tool.run('versions').succeeds().mentions("'click': '8.3.1', 'colorama': '", "'numpy': '2.1.3'", "['markupsafe', 'psutil', 'yaml']")
tool.run('sums').succeeds().prints('[0.1, 0.6]\nTrue\nSingular matrix\n')
tool.run('solve').succeeds().prints('5.0\nunsatisfiable\n')
tool.run('process').succeeds().prints('True True\n')
tool.run('rust').succeeds().prints('''{b'secret'}
InvalidSignature
{"ä":[1,2.5,null]}
unexpected end of data: line 1 column 4 (char 3)
''')
built.hasNothingBeside()
true
