/* Stands for the runtime: pointers in tables to its own things, to the library's and to libc's. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "image.h"

extern int constructed;
extern const char *const greeting;
extern int numbers[3];
extern void *find(const char *name);
extern int count_again(void);

static int zeros[5000];
static char own[] = "own";
static const char *const texts[] = {"first", "second", own};
static int *const second_number = &numbers[1];
static void *(*const functions[])(const char *) = {find};
static size_t (*libc_function)(const char *) = strlen;
static FILE **const libc_data = &stdout;

int jox_main(int argc, char **argv, const struct jox_image *image) {
    printf("arguments %d %s\n", argc, argv[argc - 1]);
    printf("constructed %d times\n", constructed);
    printf("%s %s %s %s\n", greeting, texts[0], texts[1], texts[2]);
    printf("number %d zero %d\n", *second_number, zeros[4999]);
    printf("found %s\n", functions[0]("numbers") == numbers ? "itself" : "another");
    int counted = count_again();
    printf("counted %d %d\n", counted, count_again());
    printf("length %d\n", (int)libc_function("four"));
    fprintf(*libc_data, "pack %.*s\n", (int)image->pack_size, (const char *)image->pack);
    printf("aligned %d builtins %p\n", (int)((uintptr_t)image->pack % 4096), (const void *)image->builtins);
    return getenv("STATUS") != NULL ? atoi(getenv("STATUS")) : 0;
}
