#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "jox.h"

enum field_kind { NUMBER, UNSIGNED, TEXT, LIST };

struct field {
    const char *name;
    size_t offset;
    enum field_kind kind;
};

#define FIELD(kind, name) {#name, offsetof(PyConfig, name), kind}

/* What a setting interpreter.<name> may change. The rest follows from what an executable is. */
static const struct field FIELDS[] = {
    FIELD(NUMBER, isolated),
    FIELD(NUMBER, use_environment),
    FIELD(NUMBER, dev_mode),
    FIELD(NUMBER, install_signal_handlers),
    FIELD(NUMBER, use_hash_seed),
    FIELD(UNSIGNED, hash_seed),
    FIELD(NUMBER, faulthandler),
    FIELD(NUMBER, tracemalloc),
    FIELD(NUMBER, import_time),
    FIELD(NUMBER, code_debug_ranges),
    FIELD(NUMBER, show_ref_count),
    FIELD(NUMBER, dump_refs),
    FIELD(NUMBER, malloc_stats),
    FIELD(TEXT, filesystem_encoding),
    FIELD(TEXT, filesystem_errors),
    FIELD(TEXT, pycache_prefix),
    FIELD(NUMBER, parse_argv),
    FIELD(LIST, xoptions),
    FIELD(LIST, warnoptions),
    FIELD(NUMBER, site_import),
    FIELD(NUMBER, bytes_warning),
    FIELD(NUMBER, warn_default_encoding),
    FIELD(NUMBER, inspect),
    FIELD(NUMBER, interactive),
    FIELD(NUMBER, optimization_level),
    FIELD(NUMBER, parser_debug),
    FIELD(NUMBER, write_bytecode),
    FIELD(NUMBER, verbose),
    FIELD(NUMBER, quiet),
    FIELD(NUMBER, user_site_directory),
    FIELD(NUMBER, configure_c_stdio),
    FIELD(NUMBER, buffered_stdio),
    FIELD(TEXT, stdio_encoding),
    FIELD(TEXT, stdio_errors),
    FIELD(TEXT, check_hash_pycs_mode),
    FIELD(NUMBER, use_frozen_modules),
    FIELD(NUMBER, safe_path),
    FIELD(NUMBER, pathconfig_warnings),
    FIELD(TEXT, platlibdir),
    FIELD(LIST, module_search_paths),
    FIELD(TEXT, home),
    FIELD(TEXT, prefix),
    FIELD(TEXT, exec_prefix),
    FIELD(TEXT, base_prefix),
    FIELD(TEXT, base_exec_prefix),
#if PY_VERSION_HEX >= 0x030C0000
    FIELD(NUMBER, int_max_str_digits),
    FIELD(NUMBER, perf_profiling),
#endif
#if PY_VERSION_HEX >= 0x030D0000
    FIELD(NUMBER, cpu_count),
#endif
};

static void check(PyStatus status) {
    if (PyStatus_Exception(status)) {
        Py_ExitStatusException(status);
    }
}

static const struct field *find_field(const char *name) {
    for (size_t i = 0; i < sizeof FIELDS / sizeof FIELDS[0]; i++) {
        if (strcmp(FIELDS[i].name, name) == 0) {
            return &FIELDS[i];
        }
    }
    return NULL;
}

static void fail(const char *key, const char *problem) {
    jox_complain("the setting %s %s", key, problem);
    exit(JOX_CANNOT_RUN);
}

/* Not by strtoll(), which newer headers make a function that older glibcs do not have. */
static long long number_of(const char *key, const char *text) {
    const char *digit = text + (*text == '-');
    long long number = 0;
    if (*digit == '\0') {
        fail(key, "is no number");
    }
    for (; *digit != '\0'; digit++) {
        if (*digit < '0' || *digit > '9' || number > 999999999999) {
            fail(key, "is no number");
        }
        number = number * 10 + (*digit - '0');
    }
    return *text == '-' ? -number : number;
}

/* The value as it is meant on this machine: $ORIGIN is the executable's folder. */
static wchar_t *decode(const char *key, const char *text) {
    static const char ORIGIN[] = "$ORIGIN";
    const char *at = strstr(text, ORIGIN);
    char *expanded = NULL;
    if (at != NULL) {
        const char *folder = jox_folder();
        const char *rest = at + sizeof ORIGIN - 1;
        size_t before = (size_t)(at - text);
        expanded = folder == NULL ? NULL : PyMem_RawMalloc(before + strlen(folder) + strlen(rest) + 1);
        if (expanded == NULL) {
            fail(key, "needs the executable's folder, which cannot be found");
        }
        memcpy(expanded, text, before);
        strcpy(expanded + before, folder);
        strcat(expanded, rest);
        text = expanded;
    }
    wchar_t *wide = Py_DecodeLocale(text, NULL);
    PyMem_RawFree(expanded);
    if (wide == NULL) {
        fail(key, "cannot be decoded");
    }
    return wide;
}

static void apply(PyConfig *config, const char *key, const struct pack_setting *setting) {
    const struct field *field = find_field(key + strlen("interpreter."));
    if (field == NULL) {
        fail(key, "is unknown to this Python");
    }
    void *target = (char *)config + field->offset;
    const struct pack_text *values = jox.pack.values + setting->first_value;
    if (field->kind == LIST) {
        for (uint32_t i = 0; i < setting->value_count; i++) {
            wchar_t *wide = decode(key, pack_string(&jox.pack, values[i]));
            check(PyWideStringList_Append(target, wide));
            PyMem_RawFree(wide);
        }
        return;
    }
    if (setting->value_count != 1) {
        fail(key, "needs one value");
    }
    const char *text = pack_string(&jox.pack, values[0]);
    if (field->kind == TEXT) {
        wchar_t *wide = decode(key, text);
        check(PyConfig_SetString(config, target, wide));
        PyMem_RawFree(wide);
    } else if (field->kind == UNSIGNED) {
        *(unsigned long *)target = (unsigned long)number_of(key, text);
    } else {
        *(int *)target = (int)number_of(key, text);
    }
}

/* Calls `apply` style code for each setting whose key starts with the prefix. */
static void apply_settings(PyConfig *config) {
    static const char PREFIX[] = "interpreter.";
    for (uint32_t i = 0; i < jox.pack.setting_count; i++) {
        const char *key = pack_string(&jox.pack, jox.pack.settings[i].key);
        if (strncmp(key, PREFIX, sizeof PREFIX - 1) == 0) {
            apply(config, key, &jox.pack.settings[i]);
        }
    }
}

static int preconfig_number(const char *name, int otherwise) {
    char key[64];
    snprintf(key, sizeof key, "preinterpreter.%s", name);
    const char *text = pack_setting_text(&jox.pack, key);
    return text == NULL ? otherwise : (int)number_of(key, text);
}

/*
 * Like python -I, but for arguments that are the program's own. The locale is configured as python does it, so that stdin
 * and stdout are UTF-8 where the locale is, or where it is C or POSIX.
 */
static void preinitialize(int parse_arguments) {
    PyPreConfig config;
    PyPreConfig_InitPythonConfig(&config);
    config.isolated = preconfig_number("isolated", 1);
    config.use_environment = preconfig_number("use_environment", 0);
    config.configure_locale = preconfig_number("configure_locale", config.configure_locale);
    config.coerce_c_locale = preconfig_number("coerce_c_locale", config.coerce_c_locale);
    config.coerce_c_locale_warn = preconfig_number("coerce_c_locale_warn", config.coerce_c_locale_warn);
    config.utf8_mode = preconfig_number("utf8_mode", config.utf8_mode);
    config.dev_mode = preconfig_number("dev_mode", config.dev_mode);
    config.allocator = preconfig_number("allocator", config.allocator);
    config.parse_argv = parse_arguments;
    check(jox_preinitialize(&config, parse_arguments));
}

static void set(PyConfig *config, wchar_t **field, const char *text) {
    check(PyConfig_SetBytesString(config, field, text));
}

#if PY_VERSION_HEX >= 0x030E0000
/* No longer in the headers, but part of the stable ABI. */
PyAPI_FUNC(void) Py_SetPath(const wchar_t *path);

/*
 * Since 3.14 pyvenv.cfg is looked for beside the executable and above, and believed, unless a search path was set this old
 * way. It leaves sys.prefix empty and sys.path with a placeholder in it; jox_take_over() puts both right.
 */
static void set_search_path(const PyConfig *config) {
    size_t length = wcslen(JOX_WIDE_ROOT) + 1;
    for (Py_ssize_t i = 0; i < config->module_search_paths.length; i++) {
        length += wcslen(config->module_search_paths.items[i]) + 1;
    }
    wchar_t *path = PyMem_RawMalloc(length * sizeof *path);
    if (path == NULL) {
        check(PyStatus_NoMemory());
    }
    wcscpy(path, config->module_search_paths.length == 0 ? JOX_WIDE_ROOT : config->module_search_paths.items[0]);
    for (Py_ssize_t i = 1; i < config->module_search_paths.length; i++) {
        wcscat(wcscat(path, JOX_WIDE_LIST_SEPARATOR), config->module_search_paths.items[i]);
    }
    Py_SetPath(path);
    PyMem_RawFree(path);
}
#endif

/* With all of these set, Python's search for its own files looks at no file. */
static void set_paths(PyConfig *config) {
    const char *slash = strrchr(jox.executable, JOX_SEPARATOR[0]);
    char *folder = PyMem_RawMalloc(strlen(jox.executable) + 1);
    if (folder == NULL) {
        check(PyStatus_NoMemory());
    }
    size_t length = slash == jox.executable ? 1 : (size_t)(slash - jox.executable);
    memcpy(folder, jox.executable, length);
    folder[length] = '\0';
    set(config, &config->program_name, jox.executable);
    set(config, &config->executable, jox.executable);
    set(config, &config->base_executable, jox.executable);
    set(config, &config->home, folder);
    set(config, &config->prefix, folder);
    set(config, &config->exec_prefix, folder);
    set(config, &config->base_prefix, folder);
    set(config, &config->base_exec_prefix, folder);
    set(config, &config->stdlib_dir, JOX_ROOT);
    set(config, &config->platlibdir, "lib");
    config->module_search_paths_set = 1;
    PyMem_RawFree(folder);
}

static void set_run(PyConfig *config) {
    const struct pack_setting *run = pack_find_setting(&jox.pack, "run");
    const struct pack_text *values = jox.pack.values + run->first_value;
    const char *mode = pack_string(&jox.pack, values[0]);
    if (run->value_count < 2) {
        return;
    }
    const char *argument = pack_string(&jox.pack, values[1]);
    if (strcmp(mode, "module") == 0) {
        set(config, &config->run_module, argument);
    } else if (strcmp(mode, "command") == 0) {
        set(config, &config->run_command, argument);
    } else if (strcmp(mode, "file") == 0) {
        wchar_t *file = decode("run", argument);
        check(PyConfig_SetString(config, &config->run_filename, file));
        PyMem_RawFree(file);
    }
}

void jox_initialize(enum jox_way way) {
    const char *parse = pack_setting_text(&jox.pack, "interpreter.parse_argv");
    int parse_arguments = way == JOX_ARGUMENTS || (parse != NULL && strcmp(parse, "1") == 0);
    preinitialize(parse_arguments);
    jox_place_arenas();

    PyConfig config;
    PyConfig_InitPythonConfig(&config);
    config.isolated = 1;
    config.use_environment = 0;
    config.user_site_directory = 0;
    config.site_import = 0;
    config.write_bytecode = 0;
    config.safe_path = 1;
    config.pathconfig_warnings = 0;
    check(jox_set_arguments(&config));
    set_paths(&config);
#ifdef _WIN32
    /* What is piped or redirected is UTF-8, as on other systems, and not of the code page; consoles get any text anyway. */
    set(&config, &config.stdio_encoding, "utf-8");
    set(&config, &config.stdio_errors, "strict");
#endif
    apply_settings(&config);
    config.parse_argv = parse_arguments;
#if PY_VERSION_HEX >= 0x030E0000
    set_search_path(&config);
#endif
    if (way == JOX_PYTHON) {
        set_run(&config);
    }
    check(Py_InitializeFromConfig(&config));
    PyConfig_Clear(&config);
}
