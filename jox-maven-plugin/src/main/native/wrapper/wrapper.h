/*
 * A stand-in for cc, c++, ld, ar and ranlib. It runs the real tool, and when that has linked a shared library it keeps everything that
 * went into it: see record.c for what is written, config.c for what it is told.
 *
 * It runs once per compiler call, so whatever is not such a link is handed over by exec at once. POSIX.
 */
#ifndef JOX_WRAPPER_H
#define JOX_WRAPPER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/* A growing list of texts; NULL follows the last, as exec wants it. The texts are never freed: the process is short. */
typedef struct {
    char **items;
    size_t count;
    size_t room;
} jox_list;

void jox_add(jox_list *list, const char *text);
void jox_add_all(jox_list *list, const jox_list *other);

/* Prints "jox: ..." to stderr and exits with 1: a build must not go on with a link that is not recorded. */
_Noreturn void jox_die(const char *format, ...) __attribute__((format(printf, 1, 2)));
void *jox_alloc(size_t size);
char *jox_text(const char *format, ...) __attribute__((format(printf, 1, 2)));
bool jox_starts(const char *text, const char *prefix);
bool jox_ends(const char *text, const char *suffix);
const char *jox_base(const char *path);

typedef enum { JOX_CC, JOX_CXX, JOX_LD, JOX_AR, JOX_RANLIB, JOX_TOOLS } jox_tool;

/* An argument that begins with the one text is given beginning with the other; left out where that is empty. */
typedef struct {
    const char *from;
    const char *to;
} jox_rewriting;

/* What wrapper.conf, beside the program, says. */
typedef struct {
    const char *record;         /* the folder to write to; NULL: nothing is recorded */
    jox_list real[JOX_TOOLS];   /* the real tools, each with its first arguments */
    jox_list compile;           /* arguments that end every compilation and link by cc and c++ */
    jox_list link;              /* arguments that end every link by cc and c++ */
    jox_list drop;              /* beginnings of arguments that the real compiler refuses */
    jox_list discard;           /* suffixes of files that the linker leaves beside its output */
    jox_rewriting *rewrite;     /* arguments of another compiler */
    size_t rewritings;
    bool windows_libraries;     /* names of libraries have no case, and may be given as name.lib */
} jox_config;

jox_config jox_configure(void);

/* The arguments with the contents of "@file" in the place of each (GCC manual, "Overall Options"). */
jox_list jox_expand(int count, char **arguments);

/* The arguments in the words of the compiler that is there. */
jox_list jox_translate(const jox_config *config, const jox_list *arguments);

/* Arguments for the libraries that objects for Windows ask for. */
jox_list jox_libraries_of_objects(const jox_list *arguments);

/* Whether this argument takes the next one for its value. */
bool jox_takes_value(jox_tool tool, const char *argument);
/* Whether the line links a shared library. */
bool jox_links_shared(jox_tool tool, const jox_list *arguments);
/* Whether it compiles, links or both, in contrast to telling something about the compiler. */
bool jox_stops_before_link(const jox_list *arguments);
/* Whether the file is one that cc compiles. */
bool jox_is_source(const char *path);

/* Copies a file, and makes it readable. Dies when it cannot. */
void jox_copy(const char *from, const char *to);
/* Runs a command and gives its exit status, 128 + signal when it was killed. */
int jox_run(const jox_list *command);
_Noreturn void jox_exec(const jox_list *command);

/* Has the compiler write other names for the folders of this build, which no other build has. */
void jox_map_folders(jox_list *command);

/* Keeps what went into a link that has succeeded. */
void jox_record(const jox_config *config, jox_tool tool, const jox_list *arguments);

void jox_json_text(FILE *out, const char *text);

#endif
