/*
 * The extension module of each package: tells what the package's own objects do. What they define has the same names in both
 * packages, and other contents.
 */
#include <Python.h>

#include <memory>

#include "record.hpp"

extern "C" {
#include "helper.h"
#include "vendored.h"
}

static PyObject *helpers(PyObject *, PyObject *) {
    int number = helper(21);
    return Py_BuildValue("siisi", helper_name(), number, helper_calls, vendored_version(), vendored_limited(15));
}

static PyObject *records(PyObject *, PyObject *) {
    std::vector<Record> records{Record(5), Record::shared()};
    std::unique_ptr<Record> record(special(7));
    std::string texts = records[0].text() + ", " + records[1].text() + ", " + record->text();
    bool told = isSpecial(record.get()) && !isSpecial(&records[0]);
    return Py_BuildValue("siiNs", texts.c_str(), Record::made, Record::depth, PyBool_FromLong(told), Record::names.back().c_str());
}

static PyObject *failures(PyObject *, PyObject *) {
    std::string first = "nothing";
    std::string second = "nothing";
    try {
        fail(3);
    } catch (const Failure &failure) {
        first = failure.text();
    }
    try {
        at({}, 1);
    } catch (const std::out_of_range &) {
        second = "out of range";
    }
    std::string third = caught([](int code) { throw Failure(code); }, 4);
    return Py_BuildValue("sss", first.c_str(), second.c_str(), third.c_str());
}

static PyMethodDef methods[] = {
    {"helpers", helpers, METH_NOARGS, nullptr},
    {"records", records, METH_NOARGS, nullptr},
    {"failures", failures, METH_NOARGS, nullptr},
    {nullptr, nullptr, 0, nullptr},
};

static PyModuleDef definition = {PyModuleDef_HEAD_INIT, "core", nullptr, -1, methods, nullptr, nullptr, nullptr, nullptr};

PyMODINIT_FUNC PyInit_core(void) {
    PyObject *module = PyModule_Create(&definition);
    if (module != nullptr) {
        PyModule_AddObject(module, "Error", PyErr_NewException(PACKAGE ".core.Error", nullptr, nullptr));
    }
    return module;
}
