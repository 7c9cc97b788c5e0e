package org.dudao.kernel.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dudao.kernel.page.Page;
import org.dudao.kernel.security.Scope;
import org.dudao.kernel.sheet.SheetWriter;
import org.dudao.kernel.sql.Where;
import org.dudao.kernel.text.Messages;
import org.dudao.kernel.time.ClockProducer;
import org.jdbi.v3.core.Jdbi;

/** Reads the trail of a region: acts on things of the region, and what its people did elsewhere. */
@ApplicationScoped
public class AuditQuery {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ClockProducer.CHINA);
    private static final int MOST_EXPORTED = 100_000;
    private static final int BATCH = 1_000;
    private static final Map<String, String> SORTABLE = Map.of("at", "a.at", "actor", "a.actor", "action", "a.action");
    private static final String FROM = " from kernel.audit a left join kernel.audit_link l on l.audit_id = a.id";

    @Inject
    Jdbi jdbi;

    @Inject
    Titles titles;

    @Transactional
    public Page<AuditEntry> page(Scope scope, AuditFilter filter, Locale locale) {
        Where where = where(scope, filter);
        return jdbi.withHandle(h -> new Page<>(
                h.createQuery("select l.day, l.seq, " + TrailRecord.COLUMNS + FROM + where.sql()
                                + filter.orderBy(SORTABLE, "a.at desc, a.id desc") + " limit :limit offset :offset")
                        .bindMap(where.bindings())
                        .bind("limit", filter.size)
                        .bind("offset", filter.offset())
                        .map((r, c) -> Row.read(r))
                        .collect(Collectors.collectingAndThen(Collectors.toList(), rows -> told(rows, locale))),
                filter.page,
                filter.size,
                h.createQuery("select count(*) from kernel.audit a" + where.sql())
                        .bindMap(where.bindings())
                        .mapTo(long.class)
                        .one()));
    }

    /** The filtered trail as a workbook, at most 100,000 records. */
    @Transactional
    public void export(OutputStream out, Locale locale, Scope scope, AuditFilter filter) throws IOException {
        Where where = where(scope, filter);
        List<String> headers = Stream.of(
                        "at", "actor", "name", "source", "action", "subject", "title", "id", "region", "changes")
                .map(c -> Messages.text(locale, "audit.column." + c))
                .toList();
        try (SheetWriter sheet = new SheetWriter(out, Messages.text(locale, "audit.title"), headers)) {
            jdbi.useHandle(h -> h.createQuery("select l.day, l.seq, " + TrailRecord.COLUMNS + FROM + where.sql()
                            + filter.orderBy(SORTABLE, "a.at desc, a.id desc") + " limit :limit")
                    .bindMap(where.bindings())
                    .bind("limit", MOST_EXPORTED)
                    .setFetchSize(1_000)
                    .map((r, c) -> Row.read(r))
                    .useIterator(rows -> inBatches(rows, batch -> told(batch, locale)
                            .forEach(e -> sheet.row(Arrays.asList(
                                    TIME.format(e.at()),
                                    e.actor(),
                                    e.actorName(),
                                    e.source(),
                                    e.actionName(),
                                    e.subjectName(),
                                    e.subjectTitle(),
                                    e.subjectId(),
                                    e.regionCode(),
                                    e.changes().stream().map(AuditQuery::told).collect(Collectors.joining("; "))))))));
        }
    }

    private static String told(AuditEntry.Field field) {
        String after = field.after() == null ? "—" : field.after();
        return field.name() + ": " + (field.before() == null ? after : field.before() + " → " + after);
    }

    private static Where where(Scope scope, AuditFilter filter) {
        return new Where()
                .and(
                        "(a.region_code like :scope || '%' or (a.region_code is null and a.actor_region like :scope || '%'))",
                        "scope", scope.regionPrefix())
                .contains(
                        filter.q,
                        "a.actor",
                        "a.actor_name",
                        "a.subject_id",
                        "a.subject_title",
                        "a.source",
                        "a.detail::text")
                .andIf("a.action = :action", "action", filter.action)
                .andIf("a.subject_type = :subjectType", "subjectType", filter.subjectType)
                .andIf("a.subject_id = :subjectId", "subjectId", filter.subjectId)
                .andIf("a.at >= :from", "from", startOf(filter.from, 0))
                .andIf("a.at < :until", "until", startOf(filter.until, 1));
    }

    private static Timestamp startOf(LocalDate day, int plus) {
        return day == null
                ? null
                : Timestamp.from(
                        day.plusDays(plus).atStartOfDay(ClockProducer.CHINA).toInstant());
    }

    /** A record with its place in the chain; that is null until it is linked. */
    private record Row(TrailRecord record, LocalDate day, Long seq) {
        static Row read(ResultSet r) throws SQLException {
            return new Row(TrailRecord.read(r), r.getObject("day", LocalDate.class), r.getObject("seq", Long.class));
        }
    }

    private static void inBatches(Iterator<Row> rows, Consumer<List<Row>> batch) {
        List<Row> next = new ArrayList<>();
        while (rows.hasNext()) {
            next.add(rows.next());
            if (next.size() == BATCH || !rows.hasNext()) {
                batch.accept(next);
                next = new ArrayList<>();
            }
        }
    }

    /** Records for a reader; those older than titles are given today's. */
    private List<AuditEntry> told(List<Row> rows, Locale locale) {
        Map<String, Map<String, String>> today = rows.stream()
                .map(Row::record)
                .filter(r -> r.subjectTitle() == null)
                .collect(Collectors.groupingBy(
                        TrailRecord::subjectType, Collectors.mapping(TrailRecord::subjectId, Collectors.toSet())))
                .entrySet()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> titles.of(e.getKey(), e.getValue())));
        OtherThings others = OtherThings.of(rows.stream().map(Row::record).toList(), titles);
        return rows.stream()
                .map(row -> AuditEntry.of(
                        row.record(),
                        others.named(row.record()),
                        today.getOrDefault(row.record().subjectType(), Map.of())
                                .get(row.record().subjectId()),
                        row.day(),
                        row.seq(),
                        locale))
                .toList();
    }
}
