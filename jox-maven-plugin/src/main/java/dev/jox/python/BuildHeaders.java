package dev.jox.python;

import java.util.Map;
import java.util.Optional;

/** Which Debian package has a header that packages often ask for (names of Debian 12). */
final class BuildHeaders {
    private static final Map<String, String> PACKAGES = Map.ofEntries(
            Map.entry("yaml.h", "libyaml-dev"),
            Map.entry("ffi.h", "libffi-dev"),
            Map.entry("zlib.h", "zlib1g-dev"),
            Map.entry("bzlib.h", "libbz2-dev"),
            Map.entry("lzma.h", "liblzma-dev"),
            Map.entry("zstd.h", "libzstd-dev"),
            Map.entry("sqlite3.h", "libsqlite3-dev"),
            Map.entry("libpq-fe.h", "libpq-dev"),
            Map.entry("mysql.h", "default-libmysqlclient-dev"),
            Map.entry("curl/curl.h", "libcurl4-openssl-dev"),
            Map.entry("openssl/ssl.h", "libssl-dev"),
            Map.entry("openssl/opensslv.h", "libssl-dev"),
            Map.entry("libxml/xmlversion.h", "libxml2-dev"),
            Map.entry("libxslt/xsltconfig.h", "libxslt1-dev"),
            Map.entry("jpeglib.h", "libjpeg-dev"),
            Map.entry("png.h", "libpng-dev"),
            Map.entry("sodium.h", "libsodium-dev"),
            Map.entry("gmp.h", "libgmp-dev"),
            Map.entry("snappy-c.h", "libsnappy-dev"),
            Map.entry("lz4.h", "liblz4-dev"),
            Map.entry("hdf5.h", "libhdf5-dev"),
            Map.entry("ldap.h", "libldap-dev"));

    private BuildHeaders() {}

    static Optional<String> packageOf(String header) {
        return Optional.ofNullable(PACKAGES.get(header));
    }
}
