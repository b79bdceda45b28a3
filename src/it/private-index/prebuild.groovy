import dev.jox.it.PythonIndex

def index = PythonIndex.start('me', 'p w"\\#').with('jox_private', "NAME = 'from the private index'\n")
context.put('index', index)
new File(basedir, 'test.properties').text = "index.url=${index.url()}\nindex.server=private-index\n"
true
