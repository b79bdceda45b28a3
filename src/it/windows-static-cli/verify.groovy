import dev.jox.it.Case

// wine 8 ends programs that ask its WMI in earnest, as platform does
def greet = new Case(basedir).hasNothingBeside().windows('greet.exe').with('WINEDLLOVERRIDES', 'wbemprox=')
greet.run('hello', '<you>').succeeds().mentions('Hello, &lt;you&gt;!', 'built-in True', 'green\n')
greet.run('fetch').succeeds().prints('''\
{'greeting': 'grüße'} colorama: colorama
ConnectionError
''')
greet.run('--help').succeeds().mentions('Usage: greet', 'fetch', 'hello')
greet.run('leave').exits(2).complains("No such command 'leave'")
true
