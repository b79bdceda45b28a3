import dev.jox.it.Case

new Case(basedir).failsSaying(
        '<distribution><sha256>',
        'archive.tar.gz',
        '0000000000000000000000000000000000000000000000000000000000000000',
        '3d9b5bb7afeb6b5aca459bc76694a5e536a0b014ff085dc05294122529b09773')
true
