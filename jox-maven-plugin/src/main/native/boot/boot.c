/*
 * Where an executable that is made of a shared libpython starts.
 *
 * The loader has mapped libpython's file as the main program and relocated it, and everything that libpython needs. It
 * knows nothing of the segments that are appended to it: the runtime's own addresses, its uses of libpython and its uses
 * of libc are put in place here, from the table of boot.h. Until that is done no function of another file may be called
 * and no global be used whose address is not relative to this code: everything here is static or hidden.
 *
 * Nothing here depends on a version of libc: functions are looked up by name, and the one entry that the executable
 * itself needs of it, __libc_start_main, is called in the way that old and new versions understand.
 */
#include "boot.h"
#include "bound.h"
#include "../image.h"

#if !defined(__x86_64__) || !defined(__linux__)
#error "the boot code is written for Linux on x86_64"
#endif

enum { SYS_WRITE = 1, SYS_EXIT_GROUP = 231, PROT_READ_ONLY = 1, STATUS_CANNOT_START = 127 };

typedef void *dlsym_function(void *handle, const char *name);
typedef int mprotect_function(void *address, unsigned long size, int protection);
typedef int main_function(int argc, char **argv, char **environment);
typedef void init_function(int argc, char **argv, char **environment);
typedef int start_function(main_function *main, int argc, char **argv, init_function *init, void (*fini)(void),
                           void (*loader_fini)(void), void *stack_end);

/* Found by the linker through its exported name, by this code relative to itself. */
static const struct jox_boot_table table __attribute__((used)) = {.self = 0};
extern const struct jox_boot_table jox_boot_table __attribute__((alias("table"), visibility("default")));

static const struct jox_boot_table *boot;
static struct jox_image image;

__attribute__((visibility("default"))) void jox_boot_entry(void);
__attribute__((visibility("hidden"), used, noreturn)) void jox_boot_run(char **stack, void (*loader_fini)(void));

/* The state that the System V ABI (AMD64 supplement, 3.4.1) gives a process: the stack holds argc and argv, rdx a function for exit. */
__asm__(".pushsection .text.jox_boot_entry,\"ax\",@progbits\n"
        ".globl jox_boot_entry\n"
        ".type jox_boot_entry,@function\n"
        "jox_boot_entry:\n"
        "  endbr64\n"
        "  xorl %ebp, %ebp\n"
        "  movq %rdx, %rsi\n"
        "  movq %rsp, %rdi\n"
        "  andq $-16, %rsp\n"
        "  call jox_boot_run\n"
        "  hlt\n"
        ".size jox_boot_entry, .-jox_boot_entry\n"
        ".popsection\n");

static long system_call(long number, long first, long second, long third) {
    long result;
    __asm__ volatile("syscall"
                     : "=a"(result)
                     : "a"(number), "D"(first), "S"(second), "d"(third)
                     : "rcx", "r11", "memory");
    return result;
}

static void complain(const char *text) {
    long length = 0;
    while (text[length] != '\0') {
        length++;
    }
    system_call(SYS_WRITE, 2, (long)text, length);
}

__attribute__((noreturn)) static void missing(const char *name) {
    complain("jox: this system's C library has no ");
    complain(name);
    complain(", which the program needs\n");
    for (;;) {
        system_call(SYS_EXIT_GROUP, STATUS_CANNOT_START, 0, 0);
    }
}

static void *look_up(dlsym_function *dlsym, const char *name) {
    void *address = dlsym((void *)0, name);
    if (!address) {
        missing(name);
    }
    return address;
}

static char *base(void) {
    return (char *)boot - boot->self;
}

/*
 * What __libc_start_main calls before main. glibc before 2.34 runs the main program's constructors only through this
 * function, later ones run them themselves only where there is no such function: so each version runs them once.
 */
static void run_constructors(int argc, char **argv, char **environment) {
    if (boot->init) {
        ((init_function *)(base() + boot->init))(argc, argv, environment);
    }
    init_function **functions = (init_function **)(base() + boot->init_array);
    for (uint64_t i = 0; i < boot->init_count; i++) {
        functions[i](argc, argv, environment);
    }
}

static int run_main(int argc, char **argv, char **environment) {
    if (boot->bound_count) {
        jox_bound_image = (struct jox_bound_image){
            base(), (const struct jox_bound *)(base() + boot->bound), boot->bound_count, argc, argv, environment};
        image.bound_function = jox_bound_function;
    }
    return jox_main(argc, argv, &image);
}

static void relocate(dlsym_function *dlsym) {
    const struct jox_boot_direct *direct = (const struct jox_boot_direct *)(base() + boot->direct);
    for (uint64_t i = 0; i < boot->direct_count; i++) {
        *(uint64_t *)(base() + direct[i].where) = (uint64_t)base() + direct[i].value;
    }
    const struct jox_boot_named *named = (const struct jox_boot_named *)(base() + boot->named);
    for (uint64_t i = 0; i < boot->named_count; i++) {
        *(uint64_t *)(base() + named[i].where) = (uint64_t)look_up(dlsym, base() + named[i].name) + named[i].addend;
    }
    if (boot->relro_size) {
        /* a failure leaves the pages writable, which harms nothing that works */
        ((mprotect_function *)look_up(dlsym, "mprotect"))(base() + boot->relro, boot->relro_size, PROT_READ_ONLY);
    }
}

void jox_boot_run(char **stack, void (*loader_fini)(void)) {
    boot = &table;
    /* the table's bytes are not those that the compiler saw */
    __asm__ volatile("" : "+r"(boot) : : "memory");
    image.pack = (const unsigned char *)base() + boot->pack;
    image.pack_size = boot->pack_size;
    /* may still be a lazy slot: then the call binds it */
    dlsym_function *dlsym = *(dlsym_function **)(base() + boot->dlsym_slot);
    relocate(dlsym);
    start_function *start = (start_function *)look_up(dlsym, "__libc_start_main");
    start(run_main, (int)(long)stack[0], stack + 1, run_constructors, (void (*)(void))0, loader_fini, stack);
    for (;;) {
        system_call(SYS_EXIT_GROUP, STATUS_CANNOT_START, 0, 0);
    }
}
