def words():
    return "no package of its own"
