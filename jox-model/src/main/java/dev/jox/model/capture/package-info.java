/**
 * What was seen while packages with compiled code were built: the records that the compiler wrapper and the Python shim leave, and what
 * they say together about each extension module of a wheel. Uses {@code dev.jox.model}, {@code json} and {@code resource}.
 *
 * <h2>The records' folder</h2>
 *
 * <p>{@code links/<time>-<process>/} holds one link of a shared library: a copy of every file that its line named, of the output,
 * and {@code link.json}, written last:
 *
 * <pre>{@code
 * {"format": 1, "tool": "cc", "directory": "/where/it/ran", "arguments": ["-shared", ...],
 *  "output": "/absolute/x.so", "outputCopy": "output-x.so",
 *  "inputs": [{"index": 3, "path": "/absolute/x.o", "copy": "0-x.o", "source": false}]}
 * }</pre>
 *
 * <p>{@code index} is that of the argument which named the file; an argument {@code -lx} may have brought {@code libx.so} and
 * {@code libx.a}; {@code source} tells that the argument is a source file and the copy the object made from it.
 *
 * <p>{@code extensions/<time>-<process>-<number>.json} holds what setuptools knew about an extension module when its
 * {@code build_ext} ended:
 *
 * <pre>{@code
 * {"format": 1, "module": "pkg._fast", "file": "/absolute/pkg/_fast.so", "built": true, "optional": false,
 *  "sources": ["a.c"], "libraries": ["z"], "extraObjects": [], "extraLinkArguments": [], "language": "c"}
 * }</pre>
 *
 * <p>Their writers are {@code src/main/native/wrapper/record.c} and {@code src/main/python/capture/jox_capture/record.py} of the plugin.
 */
@NullMarked
package dev.jox.model.capture;

import org.jspecify.annotations.NullMarked;
