package dev.jox.fetch;

import dev.jox.model.JoxException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * A URL as resolver's transporters take it.
 *
 * @param host the server's name; {@code localhost} for a file
 * @param base scheme and authority, with a slash at the end
 * @param resource the rest, relative to the base
 */
record UrlParts(String host, String base, URI resource) {
    static UrlParts of(URI url, Purpose purpose) {
        String path = url.getRawPath();
        if (url.getScheme() == null || path == null || path.length() < 2 || path.endsWith("/")) {
            throw JoxException.user(
                    purpose.what() + " has '" + url + "' for its URL",
                    "give the whole URL of a file in " + purpose.parameter());
        }
        String authority = url.getRawAuthority() == null ? "" : url.getRawAuthority();
        String host = url.getHost() == null ? "localhost" : url.getHost();
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        return new UrlParts(
                host,
                url.getScheme() + "://" + authority + "/",
                URI.create("./" + plain(url, path).substring(1) + query).normalize());
    }

    /**
     * The path without needless escapes: wagon, the transport of Maven 3.8, escapes once more what it is given, and GitHub's release files
     * have {@code %2B} in their names.
     */
    private static String plain(URI url, String rawPath) {
        String lower = rawPath.toLowerCase(Locale.ROOT);
        if (lower.contains("%2f") || lower.contains("%25")) {
            return rawPath;
        }
        try {
            return new URI(null, null, url.getPath(), null).getRawPath();
        } catch (URISyntaxException e) {
            return rawPath;
        }
    }
}
