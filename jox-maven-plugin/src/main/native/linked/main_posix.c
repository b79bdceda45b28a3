/*
 * Where an executable starts that is linked with libpython: as any C program does.
 *
 * What is appended after the link is found through a note. The linker makes a program header for notes, which is what the
 * appended segment needs one for: it gets that of this one. So the executable is linked once for many packs.
 */
#include "../image.h"
#include "place.h"

/* ELF gABI, "Note Section"; the alignment makes the descriptor a structure that can be read. */
__asm__(".pushsection .note.jox,\"a\",@note\n"
        ".balign 8\n"
        ".long 4, 32, 1\n" /* sizes of name and descriptor, type */
        ".asciz \"JOX\"\n"
        ".globl jox_place\n"
        ".hidden jox_place\n"
        ".type jox_place,@object\n"
        "jox_place:\n"
        ".zero 32\n"
        ".size jox_place, .-jox_place\n"
        ".popsection\n");

_Static_assert(sizeof(struct jox_place) == 32, "the note's descriptor");

int main(int argc, char **argv) {
    static struct jox_image image;
    image.pack = jox_placed(jox_place.pack);
    image.pack_size = jox_place.pack_size;
    image.builtins = jox_builtins;
    return jox_main(argc, argv, &image);
}
