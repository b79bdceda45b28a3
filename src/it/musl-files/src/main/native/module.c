/* A module that says where the functions of reads.c are, for ctypes to call. */
#include <Python.h>

long by_descriptor(const char *path, char *to, long capacity);
long by_stream(const char *path, char *to, long capacity);
long by_mapping(const char *path, char *to, long capacity);
long size(const char *path);
int can(const char *path, int mode);
int writes(const char *path);
int is_whole(const char *path, const char *expected);

static int add(PyObject *module) {
#define ADD(function) PyModule_Add(module, #function, PyLong_FromVoidPtr((void *)function)) < 0
    return ADD(by_descriptor) || ADD(by_stream) || ADD(by_mapping) || ADD(size) || ADD(can) || ADD(writes) || ADD(is_whole)
               ? -1
               : 0;
}

static PyModuleDef_Slot slots[] = {{Py_mod_exec, (void *)add}, {0, NULL}};

static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, "shapes._reads", NULL, 0, NULL, slots, NULL, NULL, NULL};

PyMODINIT_FUNC PyInit__reads(void) {
    return PyModuleDef_Init(&definition);
}
