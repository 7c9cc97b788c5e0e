package org.dudao.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.dudao.evidence.internal.FileRow;
import org.dudao.evidence.internal.Intake;
import org.dudao.evidence.internal.ProofService;
import org.dudao.kernel.security.Account;

/** What other modules may do with files: make them prove something of theirs. */
@ApplicationScoped
public class Evidence {
    @Inject
    ProofService proofs;

    @Inject
    Intake intake;

    /** As the other, for a thing without a day of its own. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void attach(Collection<UUID> files, String type, Object id, String item, Account by, String field) {
        attach(files, type, id, item, null, by, field);
    }

    /**
     * Makes files prove a thing, in the transaction that writes the thing. A file that does so already stays as it is. The
     * caller has checked that the account may change the thing.
     *
     * @param type a {@link ProofSubject#type()}
     * @param item part of the thing, e.g. an event's id; empty when it is the whole
     * @param on when the thing happened: the day of the fact of the caller's own files that have none, since neither the sender
     *     nor the camera named one; null leaves them without
     * @param field field of the request the files came in, for the message
     * @throws org.dudao.kernel.error.Problem 422 when a file is unknown to the account, not all received yet, or infected
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void attach(
            Collection<UUID> files, String type, Object id, String item, LocalDate on, Account by, String field) {
        proofs.attach(files, type, String.valueOf(id), item, by, field);
        proofs.date(files, on, by);
    }

    /**
     * A picture as it may be seen by anybody: drawn anew, without what the camera wrote beside it. The caller has decided that
     * the thing's pictures are public.
     *
     * @return JPEG; empty unless the file proves the thing now, was looked at, is a picture and is not infected
     */
    @Transactional
    public Optional<byte[]> published(UUID file, String type, Object id) {
        return proofs.published(file, type, String.valueOf(id));
    }

    /** Files that prove a thing as a whole now, oldest first; the caller has been found to see the thing. */
    @Transactional
    public List<UUID> proving(String type, UUID id) {
        return proofs.proving(type, id, "").stream().map(FileRow::id).toList();
    }

    /** Files that prove a thing or a part of it now; the caller has been found to see the thing. */
    @Transactional
    public Set<UUID> attached(String type, UUID id) {
        return proofs.attached(type, id);
    }

    /**
     * A picture somebody without an account sent, drawn anew from its pixels: what the camera wrote beside them, and whatever
     * else was hidden in the file, is gone.
     *
     * @return JPEG; empty for what is no whole picture this software can draw
     */
    public Optional<byte[]> redrawn(byte[] content) throws IOException {
        return intake.redrawn(content);
    }

    /**
     * Keeps a redrawn picture as proof of a thing, in the transaction under way; the same id twice is one file.
     *
     * @param by stands for the sender; needs no account
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void receivePicture(UUID id, String name, byte[] jpeg, String type, Object subject, Account by) {
        try {
            intake.receivePicture(id, name, jpeg, by);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        proofs.attach(List.of(id), type, String.valueOf(subject), "", by, "picture");
    }

    /**
     * Checks files as {@link #attach} would, where nothing is kept yet.
     *
     * @throws org.dudao.kernel.error.Problem 422 as there
     */
    @Transactional
    public void check(Collection<UUID> files, Account by, String field) {
        proofs.check(files, by, field);
    }
}
