#include <Python.h>

static PyModuleDef_Slot slots[] = {{0, NULL}};

static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, "_gr\xc3\xb6\xc3\x9f" "e", NULL, 0, NULL, slots, NULL, NULL, NULL};

/* punycode of the name, as PEP 489 says */
PyMODINIT_FUNC PyInitU__gre_xna1l(void) {
    return PyModuleDef_Init(&definition);
}
