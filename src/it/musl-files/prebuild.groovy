import dev.jox.it.Certificate
import dev.jox.it.Compiler
import dev.jox.it.Program
import dev.jox.it.StaticPython

import java.nio.file.Files
import java.nio.file.Path

def base = basedir.toPath()
def shapes = base.resolve('src/main/python/shapes')
def target = Files.createDirectories(base.resolve('native'))
def python = StaticPython.of('3.13', 'x86_64-unknown-linux-musl')
python.describeTo(basedir)
def headers = python.headers(base.resolve('headers')).resolve('python3.13')
['module', 'reads'].each { Compiler.object(base.resolve("src/main/native/${it}.c"), target.resolve(it + '.o'), '-I' + headers) }

Certificate.forLocalhost().writeTo(shapes)
def create = 'import sqlite3, sys; d = sqlite3.connect(sys.argv[1]); d.execute("create table river (name)"); d.execute("insert into river values (?)", ("Glomma",)); d.commit()'
Program.of(Path.of('/usr/bin/python3')).run('-c', create, shapes.resolve('rivers.db')).succeeds()
true
