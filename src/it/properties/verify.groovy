import dev.jox.it.Case

def built = new Case(basedir)
built.jailed('said-by-pom').run().succeeds().prints('1 optimized 0 True (3, 13)\n')
assert !new File(basedir, 'target/said-by-property').exists()
built.says('-Djox.exectuable is no parameter of jox', 'jox.executable')
built.says('-Djox.executable=said-by-property is not used: the pom says', 'said-by-pom')
built.says('-Djox.policy.includeNonDistributionSources=true is not used')
true
