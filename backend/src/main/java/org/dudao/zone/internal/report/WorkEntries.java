package org.dudao.zone.internal.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.sql.Array;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.dudao.evidence.Evidence;
import org.dudao.kernel.audit.Audit;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.security.Roles;
import org.dudao.kernel.sheet.SheetWriter;
import org.dudao.kernel.sql.Where;
import org.dudao.kernel.text.Messages;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Jdbi;

/** Work log (工作日志) and what the work cost (交通、工作经费), as dated entries. */
@ApplicationScoped
public class WorkEntries {
    /** What an entry is. */
    @Schema(name = "WorkEntryKind")
    public enum Kind {
        /** 工作日志 */
        LOG,
        /** 交通费 */
        TRAVEL,
        /** 工作经费 */
        FEE
    }

    /**
     * An entry.
     *
     * @param amount yuan, two decimals; null for a log
     * @param evidence files that prove it
     */
    @Schema(name = "WorkEntry")
    public record Entry(
            UUID id,
            UUID inspectorId,
            String inspectorName,
            Kind kind,
            LocalDate onDay,
            String text,
            BigDecimal amount,
            List<UUID> evidence,
            String recorderName,
            Instant recordedAt) {}

    /** Sums of an inspector in a month, in yuan; null where nothing was spent. */
    @Schema(name = "WorkEntrySum")
    public record Sum(
            UUID inspectorId, String inspectorName, String month, int logs, BigDecimal travel, BigDecimal fees) {}

    /** Entries with their sums. */
    @Schema(name = "WorkEntryList")
    public record Listing(List<Entry> entries, List<Sum> sums, BigDecimal total) {}

    /** 教育督导条例 is in force since the first of October 2012; nothing is kept of the years before. */
    static final LocalDate EARLIEST = LocalDate.of(2012, 1, 1);

    private static final String FROM = " from zone.work_entry e join zone.inspector i on i.id = e.inspector_id";

    @Inject
    Jdbi jdbi;

    @Inject
    Evidence evidence;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    /** @param inspector only this one's; null for all the caller sees, for an inspector their own */
    @Transactional
    public Listing list(LocalDate from, LocalDate until, UUID inspector, Account by) {
        Where where = scope(by)
                .andIf("i.id = :inspector", "inspector", inspector)
                .and("e.on_day between :from and :until", "from", from);
        where.bindings().put("until", until);
        List<Entry> entries = jdbi.withHandle(h -> h.createQuery("select e.*, i.name as inspector" + FROM + where.sql()
                        + " order by e.on_day desc, e.id desc limit 2000")
                .bindMap(where.bindings())
                .map((r, c) -> {
                    Array files = r.getArray("evidence");
                    return new Entry(
                            r.getObject("id", UUID.class),
                            r.getObject("inspector_id", UUID.class),
                            r.getString("inspector"),
                            Kind.valueOf(r.getString("kind")),
                            r.getObject("on_day", LocalDate.class),
                            r.getString("text"),
                            r.getBigDecimal("amount"),
                            List.of((UUID[]) files.getArray()),
                            r.getString("recorder_name"),
                            r.getTimestamp("recorded_at").toInstant());
                })
                .list());
        List<Sum> sums = jdbi.withHandle(h -> h.createQuery(
                        "select i.id, i.name, to_char(e.on_day, 'YYYY-MM') as month,"
                                + " count(*) filter (where e.kind = 'LOG') as logs, sum(e.amount) filter (where e.kind = 'TRAVEL') as travel,"
                                + " sum(e.amount) filter (where e.kind = 'FEE') as fees" + FROM + where.sql()
                                + " group by i.id, i.name, month order by month desc, i.name collate \"zh-Hans-CN-x-icu\", i.id")
                .bindMap(where.bindings())
                .map((r, c) -> new Sum(
                        r.getObject("id", UUID.class),
                        r.getString("name"),
                        r.getString("month"),
                        r.getInt("logs"),
                        r.getBigDecimal("travel"),
                        r.getBigDecimal("fees")))
                .list());
        BigDecimal total = entries.stream()
                .map(Entry::amount)
                .filter(a -> a != null)
                .reduce(BigDecimal::add)
                .orElse(null);
        return new Listing(entries, sums, total);
    }

    /** Adds an entry; the same id twice is one. */
    @Transactional
    public void add(
            UUID id,
            UUID inspector,
            Kind kind,
            LocalDate on,
            String text,
            BigDecimal amount,
            List<UUID> files,
            Account by) {
        String region = region(inspector, by);
        if (on.isBefore(EARLIEST)) {
            throw Problem.unprocessable("zone.entry.early", "onDay", EARLIEST);
        }
        if (on.isAfter(LocalDate.now(clock))) {
            throw Problem.unprocessable("zone.entry.ahead", "onDay");
        }
        if ((kind == Kind.LOG) != (amount == null)) {
            throw Problem.unprocessable(kind == Kind.LOG ? "zone.entry.noAmount" : "zone.entry.amount", "amount");
        }
        evidence.attach(files, "inspector", inspector, "work-" + id, by, "evidence");
        int added =
                jdbi.withHandle(h -> h.createUpdate("insert into zone.work_entry (id, inspector_id, kind, on_day, text,"
                                + " amount, evidence, recorded_by, recorder_name, recorded_at) values (:id, :inspector, :kind, :on, :text,"
                                + " :amount, :files, :by, :name, :at) on conflict do nothing")
                        .bind("id", id)
                        .bind("inspector", inspector)
                        .bind("kind", kind.name())
                        .bind("on", on)
                        .bind("text", text)
                        .bind("amount", amount)
                        .bindArray("files", UUID.class, files.toArray())
                        .bind("by", by.subject())
                        .bind("name", by.displayName())
                        .bind("at", clock.instant())
                        .execute());
        if (added == 1) {
            Map<String, Object> detail = new LinkedHashMap<>();
            detail.put("kind", kind);
            detail.put("on", on);
            if (amount != null) {
                detail.put("amount", amount);
            }
            audit.record("workEntry.added", "inspector", inspector, region, detail);
        }
    }

    /** Takes an entry out: one's own, or for the office any; the audit keeps it. */
    @Transactional
    public void remove(UUID id, Account by) {
        Where where = scope(by).and("e.id = :id", "id", id);
        Entry gone = jdbi.withHandle(h -> h.createQuery("select e.*, i.name as inspector" + FROM + where.sql())
                        .bindMap(where.bindings())
                        .map((r, c) -> new Entry(
                                id,
                                r.getObject("inspector_id", UUID.class),
                                r.getString("inspector"),
                                Kind.valueOf(r.getString("kind")),
                                r.getObject("on_day", LocalDate.class),
                                r.getString("text"),
                                r.getBigDecimal("amount"),
                                List.of(),
                                r.getString("recorder_name"),
                                r.getTimestamp("recorded_at").toInstant()))
                        .findOne())
                .orElseThrow(() -> Problem.notFound("zone.entry.notFound", id));
        jdbi.useHandle(h -> h.execute("delete from zone.work_entry where id = ?", id));
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("kind", gone.kind());
        detail.put("on", gone.onDay());
        detail.put("text", gone.text());
        if (gone.amount() != null) {
            detail.put("amount", gone.amount());
        }
        audit.record("workEntry.removed", "inspector", gone.inspectorId(), region(gone.inspectorId(), by), detail);
    }

    /** The entries as a sheet, amounts as numbers. */
    public static void write(OutputStream out, Locale locale, Listing listing) throws IOException {
        List<String> head = List.of(Messages.text(locale, "zone.entries.head").split(","));
        try (SheetWriter sheet = new SheetWriter(out, Messages.text(locale, "zone.entries.name"), head)) {
            for (Entry e : listing.entries()) {
                sheet.row(Arrays.asList(
                        e.inspectorName(),
                        Messages.text(locale, "zone.entries." + e.kind()),
                        e.onDay(),
                        e.text(),
                        e.amount(),
                        e.recorderName()));
            }
        }
    }

    private static Where scope(Account by) {
        Where where = new Where()
                .and("i.region_code like :scope || '%'", "scope", by.scope().regionPrefix());
        return by.role().equals(Roles.INSPECTOR) ? where.and("i.account = :self", "self", by.subject()) : where;
    }

    private String region(UUID inspector, Account by) {
        Where where = scope(by).and("i.id = :id", "id", inspector);
        return jdbi.withHandle(h -> h.createQuery("select i.region_code from zone.inspector i" + where.sql())
                        .bindMap(where.bindings())
                        .mapTo(String.class)
                        .findOne())
                .orElseThrow(() -> Problem.notFound("zone.inspector.notFound", inspector));
    }
}
