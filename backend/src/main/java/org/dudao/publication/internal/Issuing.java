package org.dudao.publication.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dudao.kernel.security.Account;
import org.dudao.publication.internal.docx.Kind;

/** Issues documents an office asks for by hand, rather than those that follow from an event. */
@ApplicationScoped
public class Issuing {
    @Inject
    Registrar registrar;

    @Inject
    Register register;

    /** The document of a thing, if it was issued. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<UUID> find(String kind, UUID subject) {
        return register.of(kind, subject).map(Document::id);
    }

    /** Its number (文号); empty text while there is none. */
    @Transactional(Transactional.TxType.MANDATORY)
    public String number(String kind, UUID subject) {
        return register.of(kind, subject).map(Document::number).orElse("");
    }

    /** Takes a document back with the thing it was issued of; its number stays taken. Nothing where none was issued. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void withdraw(String kind, UUID subject, LocalDate on, String reason) {
        register.of(kind, subject)
                .filter(d -> d.state() == Document.State.ISSUED)
                .ifPresent(d -> register.withdraw(kind, subject, on, reason));
    }

    /** Registers a document of the county's own; its file follows. */
    @Transactional(Transactional.TxType.MANDATORY)
    public UUID issue(
            Kind kind,
            String region,
            String about,
            String title,
            String recipients,
            LocalDate on,
            UUID subject,
            Map<String, Object> fields,
            Account by) {
        NewDocument document = new NewDocument(
                kind, region, null, about, null, title, recipients, by.displayName(), on, subject, null, false, fields);
        return registrar.register(document, by.subject(), true).orElseThrow();
    }
}
