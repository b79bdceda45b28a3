import dev.jox.it.Case

def expected = '''solve [0.1, 0.6]
eigenvalues [2.0, 5.0]
inverse True
fft [0.0, 2.0, 0.0, 2.0]
rain {'Oslo': 5.0, 'Rome': 2.0}
months [5.0, 2.0]
query 2
error Singular matrix
'''
def built = new Case(basedir).hasNothingBeside()
built.jailed('sums').run().succeeds().prints(expected)
built.executable('sums').trace().loadsNothingFromFiles().result().prints(expected)
true
