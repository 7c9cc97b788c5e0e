package org.dudao.kernel.blob;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Keeps the sweep away from a blob until the row that names it is committed. */
@ApplicationScoped
public class Pins {
    /** First half of the advisory lock's key, so that it meets no other use of such locks. */
    private static final int SPACE = 0x424c4f42;

    @Inject
    Jdbi jdbi;

    @Inject
    Blobs blobs;

    /**
     * To be called in the transaction that writes a row naming the blob, before it is written: until that transaction ends
     * the blob is not swept. Empty when the blob is not there (any more): store it again.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Blob> pin(String sha256) {
        lock("pg_advisory_xact_lock_shared", sha256);
        try {
            return blobs.find(sha256);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sweep's side: waits until no transaction pins it, and lets none do so until this one ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    void seize(String sha256) {
        lock("pg_advisory_xact_lock", sha256);
    }

    private void lock(String function, String sha256) {
        jdbi.useHandle(h -> h.createQuery("select " + function + "(:space, hashtext(:sha))")
                .bind("space", SPACE)
                .bind("sha", Content.name(sha256))
                .mapTo(String.class)
                .findOne());
    }
}
