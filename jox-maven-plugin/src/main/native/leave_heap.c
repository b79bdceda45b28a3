/*
 * Whether any object is there that does something when it is freed.
 *
 * The collector knows all objects that can hold others. Others it does not know; of those only the types can be asked, which
 * are all found from `object` downwards. So a type of them that is not harmless is an obstacle, whether or not there is an
 * object of it.
 */
#include "leave.h"

#ifdef JOX_CAN_LEAVE

static struct jox_obstacle obstacle(const char *text, PyTypeObject *type) {
    return (struct jox_obstacle){text, type};
}

static const char *describe(enum jox_effect effect) {
    switch (effect) {
    case JOX_WRITES:
        return "a file that is not closed";
    case JOX_RESUMES:
        return "a generator or coroutine that did not end";
    case JOX_CALLS:
        return "a weak reference with a callback";
    case JOX_UNLOADS:
        return "an extension module that wants to be told";
    case JOX_FINALIZES:
        return "an object with a finalizer";
    default:
        return "an object of an extension module's type";
    }
}

/* Looks at the type and, once each, at all that are derived from it. */
static struct jox_obstacle in_types(struct jox_effects *effects, PyObject *list_subclasses, PyObject *type, int depth) {
    enum { MAX_DEPTH = 200 };
    PyTypeObject *this = (PyTypeObject *)type;
    enum jox_effect effect = jox_effect_of(effects, this);
    if ((effect == JOX_UNKNOWN || effect == JOX_FINALIZES) && (this->tp_flags & Py_TPFLAGS_HAVE_GC) == 0) {
        return obstacle("a type with a finalizer whose objects are not known to the collector", this);
    }
    PyObject *derived = depth > MAX_DEPTH ? NULL : PyObject_CallOneArg(list_subclasses, type);
    if (derived == NULL) {
        PyErr_Clear();
        return obstacle("a type whose subclasses cannot be listed", this);
    }
    struct jox_obstacle found = {NULL, NULL};
    for (Py_ssize_t i = 0; found.text == NULL && i < PyList_GET_SIZE(derived); i++) {
        PyObject *next = PyList_GET_ITEM(derived, i);
        if (PyType_Check(next)) {
            found = in_types(effects, list_subclasses, next, depth + 1);
        }
    }
    Py_DECREF(derived);
    return found;
}

static struct jox_obstacle in_objects(struct jox_effects *effects, PyGC_Head *head) {
    for (PyGC_Head *at = _PyGCHead_NEXT(head); at != head; at = _PyGCHead_NEXT(at)) {
        PyObject *object = (PyObject *)(at + 1);
        enum jox_effect effect = jox_effect_of(effects, Py_TYPE(object));
        if (effect == JOX_NONE) {
            continue;
        }
        Py_INCREF(object); /* it is asked for attributes */
        struct jox_obstacle found = obstacle(NULL, NULL);
        if (jox_object_matters(object, effect)) {
            found = obstacle(describe(effect), Py_TYPE(object));
        }
        Py_DECREF(object);
        if (found.text != NULL) {
            return found;
        }
    }
    return obstacle(NULL, NULL);
}

/* What gc.freeze() took out of the generations is looked at, too. */
static struct jox_obstacle in_generations(struct jox_effects *effects) {
    struct _gc_runtime_state *gc = &PyInterpreterState_Get()->gc;
#if JOX_INCREMENTAL_COLLECTOR
    PyGC_Head *heads[] = {&gc->young.head, &gc->old[0].head, &gc->old[1].head, &gc->permanent_generation.head};
#else
    PyGC_Head *heads[] = {&gc->generations[0].head, &gc->generations[1].head, &gc->generations[2].head,
                          &gc->permanent_generation.head};
#endif
    struct jox_obstacle found = {NULL, NULL};
    for (size_t i = 0; found.text == NULL && i < sizeof heads / sizeof heads[0]; i++) {
        found = in_objects(effects, heads[i]);
    }
    return found;
}

struct jox_obstacle jox_obstacle_in_heap(struct jox_state *state) {
    struct jox_effects *effects = jox_effects_new(state);
    PyObject *list_subclasses = PyObject_GetAttrString((PyObject *)&PyType_Type, "__subclasses__");
    struct jox_obstacle found = obstacle("no memory", NULL);
    int collects = PyGC_Disable(); /* a collection would move objects between the lists that are walked */
    if (effects != NULL && list_subclasses != NULL) {
        found = in_types(effects, list_subclasses, (PyObject *)&PyBaseObject_Type, 0);
        found = found.text != NULL ? found : in_generations(effects);
    }
    if (collects) {
        PyGC_Enable();
    }
    Py_XDECREF(list_subclasses);
    if (effects != NULL) {
        jox_effects_free(effects);
    }
    PyErr_Clear();
    return found;
}
#endif
