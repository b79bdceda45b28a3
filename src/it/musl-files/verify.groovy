import dev.jox.it.Case

new Case(basedir).hasNothingBeside().executable('musl-files').run().succeeds().prints('''\
by_descriptor 27 ['ell', '0.9144', 'furlong', '201.168'] -1
by_stream 27 ['ell', '0.9144', 'furlong', '201.168'] -1
by_mapping 27 ['ell', '0.9144', 'furlong', '201.168'] -1
size 27 -1 True
can 1 0 0 0
whole 1
certificates 1
rivers Glomma
descriptor SQLite format
outside Glomma Tana
attempt to write a readonly database
''')
true
