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

    /** Registers a document of the county's own, about a person; its file follows. */
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
