package dev.jox.model.report;

import dev.jox.model.report.Component.Notice;
import dev.jox.model.resource.Origin;
import dev.jox.model.resource.Resource;
import dev.jox.model.resource.ResourceCollection;
import dev.jox.model.wheel.LicenseMetadata;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the {@code .dist-info} folders of packages say of their licences. */
final class PackageLicenses {
    private static final Pattern INFO = Pattern.compile("[^/]+\\.dist-info/(.+)");
    /** Names of texts that METADATA names in newer versions only. */
    private static final Pattern NOTICE =
            Pattern.compile("(?i)(?:licenses/.*|(?:licen[cs]e|copying|notice|copyright|authors)[^/]*)");

    private final Map<Origin, License> licenses = new HashMap<>();
    private final Map<Origin, List<Notice>> notices = new HashMap<>();

    PackageLicenses(ResourceCollection collection) {
        for (Resource resource : collection.resources()) {
            Matcher info = INFO.matcher(resource.path());
            if (resource.origin().kind() == Origin.Kind.PACKAGE && info.matches()) {
                if (info.group(1).equals("METADATA")) {
                    LicenseMetadata said =
                            LicenseMetadata.parse(new String(resource.content().read(), StandardCharsets.UTF_8));
                    licenses.put(resource.origin(), new License(said.expression(), said.names()));
                } else if (NOTICE.matcher(info.group(1)).matches()) {
                    notices.computeIfAbsent(resource.origin(), origin -> new ArrayList<>())
                            .add(new Notice(info.group(1), resource.content()));
                }
            }
        }
    }

    License license(Origin origin) {
        return licenses.getOrDefault(origin, License.UNKNOWN);
    }

    /** In the order of their names. */
    List<Notice> notices(Origin origin) {
        return notices.getOrDefault(origin, List.of());
    }
}
