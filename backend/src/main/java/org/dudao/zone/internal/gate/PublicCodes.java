package org.dudao.zone.internal.gate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/**
 * Codes that are printed for everybody to scan. A code is 130 random bits and is made once for its thing; ids of people and
 * schools, which are in many addresses, lead nowhere outside.
 */
@ApplicationScoped
public class PublicCodes {
    /** What a code leads to. */
    public enum Kind {
        /** a term of office, from its letter or card */
        APPOINTMENT("c"),
        /** a school, from the board at its gate */
        SCHOOL("s");

        private final String path;

        Kind(String path) {
            this.path = path;
        }
    }

    /** Letters and figures nobody mistakes for another when reading them out (Crockford's base 32). */
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 26;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    Jdbi jdbi;

    @Inject
    Clock clock;

    @ConfigProperty(name = "dudao.public-url")
    String base;

    /** The address of the public page of a thing; its code is made when this is first called, and stays. */
    public String address(Kind kind, UUID subject) {
        jdbi.useHandle(h -> h.createUpdate("insert into zone.public_code (code, kind, subject_id, made_at)"
                        + " values (:code, :kind, :subject, :now) on conflict (kind, subject_id) do nothing")
                .bind("code", random())
                .bind("kind", kind.name())
                .bind("subject", subject)
                .bind("now", clock.instant())
                .execute());
        return address(kind, code(kind, subject).orElseThrow());
    }

    /** The address of the public page of a thing whose code was made; empty before. Nothing is made by asking. */
    public Optional<String> known(Kind kind, UUID subject) {
        return code(kind, subject).map(code -> address(kind, code));
    }

    private Optional<String> code(Kind kind, UUID subject) {
        return jdbi.withHandle(
                h -> h.createQuery("select code from zone.public_code where kind = :kind and subject_id = :subject")
                        .bind("kind", kind.name())
                        .bind("subject", subject)
                        .mapTo(String.class)
                        .findOne());
    }

    private String address(Kind kind, String code) {
        return base.replaceAll("/+$", "") + "/p/" + kind.path + "/" + code;
    }

    /** What a code leads to; empty for one that was never made. */
    public Optional<UUID> subject(Kind kind, String code) {
        return jdbi.withHandle(
                h -> h.createQuery("select subject_id from zone.public_code where kind = :kind and code = :code")
                        .bind("kind", kind.name())
                        .bind("code", code)
                        .mapTo(UUID.class)
                        .findOne());
    }

    private static String random() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return code.toString();
    }
}
