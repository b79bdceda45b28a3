import dev.jox.it.Case

def shop = new Case(basedir).hasNothingBeside().jailed('shop')
shop.run('apple').succeeds().prints('apple 3\n')
shop.run('apple', 'pear').exits(3).prints('apple 3\npear 0\n').complainsNothing()
shop.run('plum').exits(1).complains('no plum here').complainsInOneLine()
true
