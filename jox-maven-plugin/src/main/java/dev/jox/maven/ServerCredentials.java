package dev.jox.maven;

import dev.jox.model.JoxException;
import dev.jox.model.spec.Credentials;
import java.util.function.BiFunction;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.Authentication;
import org.eclipse.aether.repository.AuthenticationContext;
import org.eclipse.aether.repository.RemoteRepository;

/** User names and passwords of the {@code <server>} elements of settings.xml, decrypted as Maven does it for repositories. */
final class ServerCredentials {
    private ServerCredentials() {}

    /** A look-up from a server's id and the address it is used for. */
    static BiFunction<String, String, Credentials> of(RepositorySystemSession session) {
        return (serverId, url) -> {
            RemoteRepository plain = new RemoteRepository.Builder(serverId, "default", url).build();
            Authentication authentication = session.getAuthenticationSelector().getAuthentication(plain);
            RemoteRepository repository = new RemoteRepository.Builder(plain)
                    .setAuthentication(authentication)
                    .build();
            try (AuthenticationContext context = AuthenticationContext.forRepository(session, repository)) {
                String user = context == null ? null : context.get(AuthenticationContext.USERNAME);
                String password = context == null ? null : context.get(AuthenticationContext.PASSWORD);
                if (user == null || password == null) {
                    throw JoxException.user(
                            "<index><serverId> (-Djox.index.serverId): settings.xml has no <server> with the id "
                                    + serverId + ", a <username> and a <password>.",
                            "Add it to the <servers> of settings.xml, or remove <serverId>.");
                }
                return new Credentials(user, password);
            }
        };
    }
}
