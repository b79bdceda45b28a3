package dev.jox.model.spec;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Optional;

/**
 * The index that packages come from, instead of the one that pip is configured with.
 *
 * @param url of its simple API (PEP 503)
 * @param credentials for the index's host; not part of the JSON form, so that no file under {@code target} holds them
 */
public record PackageIndex(String url, @JsonIgnore Optional<Credentials> credentials) {}
