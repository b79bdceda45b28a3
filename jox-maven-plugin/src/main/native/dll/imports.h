/* What the runtime uses of libpython; dev.jox.link.WindowsImports writes the definitions. */
#ifndef JOX_IMPORTS_H
#define JOX_IMPORTS_H

/* A word that code reaches a symbol of a DLL through, as import libraries define such words: __imp_<name>. */
struct jox_import {
    const char *name; /* null at the end */
    void **slot;
};

extern const struct jox_import jox_imports[];
extern const char jox_libpython[]; /* the DLL's name */

#endif
