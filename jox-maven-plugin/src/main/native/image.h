/* What the entry code (boot/) hands to the runtime: where the packed resources are mapped. */
#ifndef JOX_IMAGE_H
#define JOX_IMAGE_H

#include <stdint.h>

/* A third-party extension module that is linked into the executable. */
struct jox_builtin {
    const char *name;         /* dotted */
    void *(*initialize)(void); /* its PyInit_ function */
};

/*
 * Those of an executable that is linked with them, ended by a null name: a source that the build writes has them
 * (dev.jox.link.ModulesSource).
 */
extern const struct jox_builtin jox_builtins[];

typedef void *jox_reference(const char *name, void *function);

struct jox_image {
    const unsigned char *pack; /* start of the packed resources, aligned to a page, read-only, mapped for good */
    uint64_t pack_size;        /* in bytes */

    const struct jox_builtin *builtins; /* ends with a null name; null where there are none */

    /*
     * Gives the address of an init function of the shared object of that number, which is bound into the image, and makes
     * the object's code usable before; null, and what is wrong, when it cannot. Not to be called by two threads at once.
     * Null where nothing is bound.
     *
     * `reference` says what code that refers to a function of libc gets: that function, or what is to take its place.
     */
    void *(*bound_function)(uint32_t number, const char *name, jox_reference *reference, const char **problem);
};

/*
 * Runs the packed program as main() would and returns the exit status of the process.
 *
 * Called once, on the main thread, after libc is initialised (the environment and stdio are usable). `argv` and what it
 * points to, and the image, must stay valid until the process ends.
 */
int jox_main(int argc, char **argv, const struct jox_image *image);

#endif
