package org.dudao.registry.internal;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.dudao.kernel.error.Problem;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** Logins in our own Keycloak, through its admin API; without one configured, logins belong to somebody else. */
@ApplicationScoped
class KeycloakProvider implements IdentityProvider {
    /** Without 0/O and 1/l, because it is read out over the phone. */
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int LENGTH = 12;
    private final SecureRandom random = new SecureRandom();

    @ConfigProperty(name = "quarkus.keycloak.admin-client.server-url")
    Optional<String> serverUrl;

    @ConfigProperty(name = "quarkus.keycloak.admin-client.realm")
    String realmName;

    @Inject
    Instance<Keycloak> keycloak;

    @Override
    public boolean managed() {
        return serverUrl.filter(s -> !s.isBlank()).isPresent();
    }

    @Override
    public Login create(String username, String name, String role) {
        return asking(() -> {
            UserRepresentation user = new UserRepresentation();
            user.setUsername(username);
            user.setEnabled(true);
            user.setFirstName(DisplayName.of(name, username).first());
            user.setLastName(DisplayName.of(name, username).last());
            String password = password();
            user.setCredentials(List.of(temporary(password)));
            try (Response response = realm().users().create(user)) {
                if (response.getStatus() == 409) {
                    throw Problem.conflict("registry.account.usernameTaken", username);
                }
                if (response.getStatus() == 400) {
                    throw refused(response.readEntity(String.class));
                }
                if (response.getStatus() != 201) {
                    throw new WebApplicationException(response.getStatus());
                }
                String subject = response.getLocation().getPath().replaceAll(".*/", "");
                realm().users().get(subject).roles().realmLevel().add(List.of(role(role)));
                return new Login(subject, password);
            }
        });
    }

    @Override
    public void changeRole(String subject, String before, String after) {
        asking(() -> {
            var roles = realm().users().get(subject).roles().realmLevel();
            roles.remove(List.of(role(before)));
            roles.add(List.of(role(after)));
            return null;
        });
    }

    @Override
    public void setEnabled(String subject, boolean enabled) {
        asking(() -> {
            var resource = realm().users().get(subject);
            UserRepresentation user = resource.toRepresentation();
            user.setEnabled(enabled);
            resource.update(user);
            if (!enabled) {
                resource.logout();
            }
            return null;
        });
    }

    @Override
    public Login resetPassword(String subject) {
        return asking(() -> {
            String password = password();
            realm().users().get(subject).resetPassword(temporary(password));
            realm().users().get(subject).logout();
            return new Login(subject, password);
        });
    }

    @Override
    public void remove(String subject) {
        asking(() -> {
            realm().users().get(subject).remove();
            return null;
        });
    }

    private RealmResource realm() {
        return keycloak.get().realm(realmName);
    }

    private RoleRepresentation role(String name) {
        return realm().roles().get(name).toRepresentation();
    }

    private static CredentialRepresentation temporary(String password) {
        CredentialRepresentation credential = new CredentialRepresentation();
        credential.setType(CredentialRepresentation.PASSWORD);
        credential.setValue(password);
        credential.setTemporary(true);
        return credential;
    }

    private String password() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }

    /** What the provider's own rules do not take is for the caller to mend, at the field it names. */
    static Problem refused(String answer) {
        Log.warnf("The identity provider refused a new login: %s", answer);
        boolean username = answer != null && answer.toLowerCase(Locale.ROOT).contains("username");
        return Problem.unprocessable("registry.account.providerRefuses", username ? "username" : "name");
    }

    /**
     * A person's name as the provider shows it on its own pages. It refuses brackets, quotation marks and the like, which
     * names in our register may hold ({@code 王芳(小)}); ours stays as it was written.
     */
    record DisplayName(String last, String first) {
        static DisplayName of(String name, String username) {
            String plain =
                    name.replaceAll("[^\\p{L}\\p{M}\\p{Nd}· ]+", " ").strip().replaceAll(" +", " ");
            if (plain.isEmpty()) {
                return new DisplayName(username, username);
            }
            int afterFirst = plain.offsetByCodePoints(0, 1);
            String rest = plain.substring(afterFirst).strip();
            return new DisplayName(plain.substring(0, afterFirst), rest.isEmpty() ? username : rest);
        }
    }

    private static <T> T asking(Supplier<T> question) {
        try {
            return question.get();
        } catch (WebApplicationException | ProcessingException e) {
            Log.error("The identity provider did not do what was asked", e);
            throw new Problem(503, "registry.account.provider", List.of());
        }
    }
}
