# Frozen under the name `encodings`, the first module that an interpreter imports; see start.c of the runtime.
__import__("_jox").start(globals())
