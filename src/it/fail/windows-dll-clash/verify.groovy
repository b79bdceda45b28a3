import dev.jox.it.Case

new Case(basedir).failsSaying(
        'Different libraries are all called value.dll',
        'one/value.dll', 'needed by one/user.dll',
        'two/value.dll', 'needed by two/user.dll',
        '<include>false</include>')
true
