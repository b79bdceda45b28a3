package dev.jox.model.spec;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * The index that packages come from, instead of the one that pip is configured with.
 *
 * @param url of its simple API (PEP 503); a user name and password in it become the credentials
 * @param credentials for the index's host; not part of the JSON form, so that no file under {@code target} holds them
 */
public record PackageIndex(String url, @JsonIgnore Optional<Credentials> credentials) {
    public PackageIndex {
        URI uri = uri(url);
        String user = uri.getUserInfo();
        if (user != null) {
            int colon = user.indexOf(':');
            Credentials inside = colon < 0
                    ? new Credentials(user, "")
                    : new Credentials(user.substring(0, colon), user.substring(colon + 1));
            credentials = credentials.or(() -> Optional.of(inside));
            url = url.replaceFirst("(?<=://)[^@/]*@", "");
        }
    }

    private static URI uri(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("not an index's address such as https://packages.example.org/simple", e);
        }
    }
}
