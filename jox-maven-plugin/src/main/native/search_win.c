/*
 * Where Windows looks for the DLLs that the executable itself is linked with.
 *
 * It does so before any code of the executable runs, and for all but a few names looks in the executable's folder first: whoever
 * can write a version.dll there would be run by it. The load configuration says to look in Windows' own folder and nowhere else.
 * Linkers know it by its symbol. Source: Microsoft, "PE Format", The Load Configuration Structure, DependentLoadFlags; Windows 10
 * 1607 and later follow it.
 */
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

extern const IMAGE_LOAD_CONFIG_DIRECTORY64 _load_config_used;

const IMAGE_LOAD_CONFIG_DIRECTORY64 _load_config_used = {
    .Size = sizeof(IMAGE_LOAD_CONFIG_DIRECTORY64),
    .DependentLoadFlags = LOAD_LIBRARY_SEARCH_SYSTEM32,
};
