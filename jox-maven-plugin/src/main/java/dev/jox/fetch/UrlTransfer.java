package dev.jox.fetch;

import dev.jox.model.JoxException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.AuthenticationSelector;
import org.eclipse.aether.repository.ProxySelector;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.spi.connector.transport.GetTask;
import org.eclipse.aether.spi.connector.transport.Transporter;
import org.eclipse.aether.spi.connector.transport.TransporterProvider;
import org.eclipse.aether.transfer.NoTransporterException;

/**
 * Downloads from URLs by Maven's own transporters, with the proxies and credentials of settings.xml: those of the server whose id is the
 * URL's host. Mirrors do not apply, since a URL is no repository.
 */
final class UrlTransfer {
    private final RepositorySystemSession session;
    private final TransporterProvider transporters;

    UrlTransfer(RepositorySystemSession session, TransporterProvider transporters) {
        this.session = session;
        this.transporters = transporters;
    }

    /**
     * Fetches the file. After a cut it goes on where it was, as long as something arrives, where the transporter can; what was there when
     * it gives up stays in {@code partial} for the next time.
     *
     * @param partial what arrived so far; afterwards the whole file
     * @return whether any of it was there before
     */
    boolean fetch(URI url, Path partial, Purpose purpose) throws IOException {
        UrlParts parts = UrlParts.of(url, purpose);
        if (session.isOffline()) {
            throw JoxException.environment(
                    purpose.what() + " is to be downloaded from " + url + ", and Maven is offline",
                    "run the build once without -o");
        }
        boolean resumed = Files.exists(partial) && Files.size(partial) > 0;
        try (Transporter transporter = transporters.newTransporter(session, repository(parts))) {
            while (true) {
                long before = Files.exists(partial) ? Files.size(partial) : 0;
                try {
                    get(transporter, parts, partial);
                    return resumed;
                } catch (Exception e) {
                    long now = Files.exists(partial) ? Files.size(partial) : 0;
                    if (now <= before || !(e instanceof IOException)) {
                        throw failure(url, transporter.classify(e) == Transporter.ERROR_NOT_FOUND, e, purpose);
                    }
                }
            }
        } catch (NoTransporterException e) {
            throw JoxException.user(
                    purpose.what() + " is to be downloaded from " + url + ", and Maven has no transport for that",
                    "give an http, https or file URL in " + purpose.parameter(),
                    e);
        }
    }

    private void get(Transporter transporter, UrlParts parts, Path partial) throws Exception {
        // a transporter drops what arrived before a cut, so the listener writes it down as well
        try (PartialFile arrived = new PartialFile(partial)) {
            TransferReport report = new TransferReport(session, parts, partial, arrived);
            report.started();
            try {
                transporter.get(new GetTask(parts.resource())
                        .setDataFile(partial.toFile(), true)
                        .setListener(report));
            } catch (Exception e) {
                report.failed(e);
                throw e;
            }
            report.succeeded();
        }
    }

    private RemoteRepository repository(UrlParts parts) {
        RemoteRepository plain = new RemoteRepository.Builder(parts.host(), "default", parts.base()).build();
        ProxySelector proxies = session.getProxySelector();
        RemoteRepository proxied = proxies == null
                ? plain
                : new RemoteRepository.Builder(plain)
                        .setProxy(proxies.getProxy(plain))
                        .build();
        AuthenticationSelector servers = session.getAuthenticationSelector();
        return servers == null
                ? proxied
                : new RemoteRepository.Builder(proxied)
                        .setAuthentication(servers.getAuthentication(proxied))
                        .build();
    }

    private static JoxException failure(URI url, boolean notFound, Exception e, Purpose purpose) {
        if (notFound) {
            return JoxException.user(
                    purpose.what() + " is to be downloaded from " + url + ", where nothing is",
                    "correct " + purpose.parameter(),
                    e);
        }
        return JoxException.environment(
                purpose.what() + " cannot be downloaded from " + url + ": " + e.getMessage(),
                "check the network; proxies belong into settings.xml's <proxies>, credentials into a <server> with the id "
                        + url.getHost(),
                e);
    }
}
