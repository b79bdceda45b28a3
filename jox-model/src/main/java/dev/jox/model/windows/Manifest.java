package dev.jox.model.windows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What a program tells Windows of itself. Windows refuses to start a program whose manifest it cannot read. Source: Microsoft,
 * "Application manifests".
 */
final class Manifest {
    private static final String NAMESPACE = "urn:schemas-microsoft-com:asm.v1";

    private Manifest() {}

    /** What programs of jox say where the pom says nothing else. */
    static byte[] usual() {
        try (InputStream in = Objects.requireNonNull(Manifest.class.getResourceAsStream("manifest.xml"))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The resource of a manifest.
     *
     * @throws IllegalArgumentException when Windows could not read it
     */
    static Resource resource(byte[] file) {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(file));
            reader.nextTag();
            if (!"assembly".equals(reader.getLocalName())
                    || !NAMESPACE.equals(reader.getNamespaceURI())
                    || !"1.0".equals(reader.getAttributeValue(null, "manifestVersion"))) {
                throw new IllegalArgumentException(
                        "must begin with <assembly xmlns=\"" + NAMESPACE + "\" manifestVersion=\"1.0\">");
            }
            while (reader.hasNext()) {
                reader.next();
            }
        } catch (XMLStreamException e) {
            String reason = String.valueOf(e.getMessage())
                    .lines()
                    .reduce((first, last) -> last)
                    .orElse("");
            throw new IllegalArgumentException(
                    "is no well-formed XML, line " + e.getLocation().getLineNumber() + ": "
                            + reason.replaceFirst("^Message: ", ""),
                    e);
        }
        return new Resource(Resource.Type.MANIFEST, 1, file);
    }
}
