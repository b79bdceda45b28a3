package dev.jox.fetch;

/**
 * What something is fetched for, so that messages can say so.
 *
 * @param what such as {@code the Python distribution}
 * @param parameter where its place and hash were given, such as {@code <distribution><url> (-Djox.distribution.url)}
 */
public record Purpose(String what, String parameter) {}
