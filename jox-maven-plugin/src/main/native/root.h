/*
 * Where everything in memory seems to lie, an absolute path that no file system can have. The same wherever the executable
 * is, since bytecode holds it (dev.jox.python.VirtualRoot).
 */
#ifndef JOX_ROOT_H
#define JOX_ROOT_H

#ifdef _WIN32
#define JOX_ROOT "C:\\<jox>"
#define JOX_WIDE_ROOT L"C:\\<jox>"
#define JOX_SEPARATOR "\\"
#else
#define JOX_ROOT "/<jox>"
#define JOX_WIDE_ROOT L"/<jox>"
#define JOX_SEPARATOR "/"
#endif

#endif
