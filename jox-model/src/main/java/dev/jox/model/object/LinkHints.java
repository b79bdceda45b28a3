package dev.jox.model.object;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Guesses who a missing symbol belongs to, for messages. */
final class LinkHints {
    private record Family(Pattern symbols, String hint) {
        static Family library(String symbols, String library) {
            return new Family(
                    Pattern.compile(symbols), "it looks like one of lib" + library + ": add the library to the link");
        }
    }

    private static final List<Family> FAMILIES = List.of(
            Family.library(
                    "(in|de)flate.*|crc32.*|adler32.*|compress2?|compressBound|uncompress|gz[a-z]+|zlibVersion", "z"),
            Family.library("BZ2_.*", "bz2"),
            Family.library("lzma_.*", "lzma"),
            Family.library("ZSTD_.*|ZDICT_.*", "zstd"),
            Family.library("LZ4F?_.*", "lz4"),
            Family.library("yaml_.*", "yaml"),
            Family.library("ffi_.*", "ffi"),
            Family.library("xslt.*", "xslt"),
            Family.library("xml[A-Z].*|html[A-Z].*", "xml2"),
            Family.library("SSL_.*|TLS_.*", "ssl"),
            Family.library("EVP_.*|BIO_.*|X509_.*|RSA_.*|EC_.*|BN_.*|CRYPTO_.*|ERR_.*|OPENSSL_.*", "crypto"),
            Family.library("sqlite3_.*", "sqlite3"),
            Family.library("XML_.*", "expat"),
            Family.library("uuid_.*", "uuid"),
            Family.library("png_.*", "png"),
            Family.library("jpeg_.*", "jpeg"),
            Family.library("FT_.*", "freetype"),
            Family.library("curl_.*", "curl"),
            Family.library("PQ[a-z].*", "pq"),
            Family.library("mysql_.*", "mysqlclient"),
            Family.library("__?gmp.*", "gmp"),
            Family.library("(cblas|LAPACKE)_.*|[sdcz](gemm|axpy|dot|getrf|gesv|potrf)_", "openblas"),
            Family.library("_gfortran_.*", "gfortran"),
            Family.library("GOMP_.*|omp_.*", "gomp"),
            Family.library("__kmpc_.*", "omp"),
            Family.library("__atomic_.*", "atomic"),
            Family.library("__quad.*|[a-z0-9]+q", "quadmath"),
            new Family(
                    Pattern.compile("_Py_?[A-Z].*|Py_?[A-Z].*"),
                    "the interpreter of this distribution does not have it: is it of another Python version?"),
            new Family(
                    Pattern.compile("__(asan|tsan|msan|ubsan|sanitizer)_.*"),
                    "the extension was compiled with a sanitizer: remove -fsanitize from its flags"),
            new Family(
                    Pattern.compile("_ZN?K?St.*|_ZS.*|_Z(n[wa]|d[la])[mP].*|_ZT[ISV].*|__cxa_.*|__gxx_personality_v0"),
                    "it is of the C++ runtime: the one of the compiler that made the object"));

    private LinkHints() {}

    /**
     * A hint for a symbol, or an empty text.
     *
     * @param defined what the extension's own files define
     */
    static String of(String symbol, Set<String> defined) {
        String name = SymbolNames.unversioned(symbol);
        String mangled = "_Z" + name.length() + name;
        if (!name.startsWith("_Z") && defined.stream().anyMatch(d -> d.startsWith(mangled))) {
            return "a C++ function of that name is there: it is to be declared extern \"C\"";
        }
        return FAMILIES.stream()
                .filter(family -> family.symbols().matcher(name).matches())
                .map(Family::hint)
                .findFirst()
                .orElse("");
    }
}
