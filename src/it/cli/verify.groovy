import dev.jox.it.Case

def built = new Case(basedir).hasNothingBeside()
for (executable in ['tally', 'tally-3.13', 'tally-3.12', 'tally-3.11']) {
    def tally = built.jailed(executable)
    tally.run('show', 'example').succeeds().mentions('Müller & Søn, 14 March 2026', 'bicycle bell', '15.00', 'Total', '46.99')
    tally.run('letter', 'example').succeeds().prints('''Dear Müller & Søn,

bicycle bell          2 x     7.50 =    15.00
saddle                1 x    31.99 =    31.99

Please send us 46.99.
''')
    tally.withInput('customer: A\nday: 2026-01-01\nitems: [{what: b, count: 0, price: 1}]').run('show', '-')
            .exits(1).complains('Error: -: items.0.count: Input should be greater than 0')
    tally.withInput('{').run('show', '-').exits(1).complains('Error: -: while parsing a flow')
    tally.run('--help').succeeds().mentions('Usage: tally', 'letter', 'show')
    tally.run('--version').succeeds().prints('tally, version 1.0\n')
    tally.run('write').exits(2).complains("No such command 'write'")
    tally.run('show', 'http://127.0.0.1:9/').exits(1).complains('Error: http://127.0.0.1:9/:', 'Connection refused')
}
true
