package org.dudao.zone;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import org.dudao.kernel.security.Account;
import org.dudao.zone.internal.report.PublishedRecord;
import org.dudao.zone.internal.report.RecordService;

/** Records of visits as schools read them, for modules that print. */
@ApplicationScoped
public class VisitRecords {
    /**
     * A record and what the school said to it.
     *
     * @param reply null until it is given
     */
    public record Published(VisitRecordFacts content, String reply, String repliedName, Instant repliedAt) {}

    @Inject
    RecordService service;

    /**
     * The record of a visit as it was published.
     *
     * @throws org.dudao.kernel.error.Problem 404 outside the caller's scope, or before it is published
     */
    @Transactional
    public Published published(UUID visit, Account by) {
        PublishedRecord record = service.published(visit, by);
        return new Published(record.content(), record.reply(), record.repliedName(), record.repliedAt());
    }
}
