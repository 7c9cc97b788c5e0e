package org.dudao.zone.internal.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.dudao.kernel.audit.Audit;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.json.Documents;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.security.Roles;
import org.dudao.kernel.web.ETags;
import org.dudao.zone.internal.Counties;
import org.dudao.zone.internal.VisitStore;
import org.dudao.zone.internal.plan.Progress;
import org.dudao.zone.internal.plan.ProgressService;
import org.jdbi.v3.core.Jdbi;

/** Monthly reports of inspectors: counted, written, submitted, returned or accepted. */
@ApplicationScoped
public class ReportService {
    @Inject
    Jdbi jdbi;

    @Inject
    ProgressService progress;

    @Inject
    VisitFindings findings;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    /** Who a report is of. */
    private record Person(UUID id, String name, String region, String account) {}

    /** @throws Problem 404 for an inspector the caller may not see, 422 for a month that lies ahead or too far back */
    @Transactional
    public MonthlyReport get(UUID inspector, String month, Account by) {
        Person person = person(inspector, by);
        YearMonth of = month(month);
        Optional<MonthlyReport> kept = kept(person, month);
        if (kept.filter(r -> r.figures() != null).isPresent()) {
            return kept.get();
        }
        MonthlyReport.Figures figures = figures(inspector, of, by);
        return kept.map(r -> with(r, figures))
                .orElseGet(() -> new MonthlyReport(
                        inspector,
                        person.name(),
                        month,
                        figures,
                        suggested(of, figures),
                        null,
                        null,
                        null,
                        null,
                        null,
                        0));
    }

    /**
     * Writes a report, as a draft or submitted with its figures. Only the inspector's own, until it is accepted.
     *
     * @throws Problem 422 for a month in which the inspector did not hold office yet
     */
    @Transactional
    public MonthlyReport write(
            UUID inspector, String month, MonthlyReport.Text text, boolean submit, String ifMatch, Account by) {
        Person person = person(inspector, by);
        if (!Objects.equals(person.account(), by.subject())) {
            throw Problem.forbidden("zone.report.others");
        }
        MonthlyReport before = get(inspector, month, by);
        ETags.requireMatch(ifMatch, before.version());
        firstMonth(inspector).filter(first -> month(month).isBefore(first)).ifPresent(first -> {
            throw Problem.unprocessable("zone.report.beforeOffice", "month", first);
        });
        if (before.state() == MonthlyReport.State.SUBMITTED || before.state() == MonthlyReport.State.ACCEPTED) {
            throw Problem.conflict("zone.report.submitted");
        }
        String figures = submit ? Documents.write(figures(inspector, month(month), by)) : null;
        int written = jdbi.withHandle(h -> h.createUpdate("insert into zone.monthly_report (inspector_id, month, work,"
                        + " problems, advice, next, state, figures, submitted_at, version) values (:id, :month, :work, :problems,"
                        + " :advice, :next, :state, :figures::jsonb, :at, 1) on conflict (inspector_id, month) do update set"
                        + " work = :work, problems = :problems, advice = :advice, next = :next, state = :state,"
                        + " figures = :figures::jsonb, submitted_at = :at, version = zone.monthly_report.version + 1"
                        + " where zone.monthly_report.version = :version")
                .bind("id", inspector)
                .bind("month", month)
                .bind("work", text.work())
                .bind("problems", text.problems())
                .bind("advice", text.advice())
                .bind("next", text.next())
                .bind(
                        "state",
                        submit
                                ? "SUBMITTED"
                                : before.state() == null
                                        ? "DRAFT"
                                        : before.state().name())
                .bind("figures", figures)
                .bind("at", submit ? clock.instant() : null)
                .bind("version", before.version())
                .execute());
        Counties.requireChanged(written == 1);
        audit.record(
                submit ? "monthlyReport.submitted" : "monthlyReport.written",
                "monthlyReport",
                inspector + "/" + month,
                person.region(),
                Map.of("name", person.name(), "month", month));
        return get(inspector, month, by);
    }

    /**
     * Accepts a submitted report, or gives it back.
     *
     * @param returnedFor why it is given back; null accepts it
     */
    @Transactional
    public MonthlyReport decide(UUID inspector, String month, String returnedFor, String ifMatch, Account by) {
        MonthlyReport report = get(inspector, month, by);
        ETags.requireMatch(ifMatch, report.version());
        if (report.state() != MonthlyReport.State.SUBMITTED) {
            throw Problem.conflict("zone.report.notSubmitted");
        }
        int decided = jdbi.withHandle(h -> h.execute(
                "update zone.monthly_report set state = ?, returned_for = ?, decided_by = ?, decided_at = ?,"
                        + " figures = case when ? then figures end, version = version + 1"
                        + " where inspector_id = ? and month = ? and version = ?",
                returnedFor == null ? "ACCEPTED" : "RETURNED",
                returnedFor,
                by.displayName(),
                clock.instant(),
                returnedFor == null,
                inspector,
                month,
                report.version()));
        Counties.requireChanged(decided == 1);
        Map<String, Object> detail = new LinkedHashMap<>(Map.of("name", report.inspectorName(), "month", month));
        if (returnedFor != null) {
            detail.put("reason", returnedFor);
        }
        audit.record(
                returnedFor == null ? "monthlyReport.accepted" : "monthlyReport.returned",
                "monthlyReport",
                inspector + "/" + month,
                person(inspector, by).region(),
                detail);
        return get(inspector, month, by);
    }

    static int closed(List<VisitFindings.Row> found) {
        return (int) found.stream().filter(f -> f.finding().closed()).count();
    }

    private MonthlyReport.Figures figures(UUID inspector, YearMonth month, Account by) {
        LocalDate from = month.atDay(1);
        LocalDate until = month.atEndOfMonth();
        Map<String, Integer> kinds = new LinkedHashMap<>();
        int[] schools = {0};
        jdbi.useHandle(
                h -> h.createQuery("select v.kind, count(*) as n, (select count(distinct w.school_id) from zone.visit w"
                                + " where w.made_on between :from and :until and " + VisitStore.GOES.replace("v.", "w.")
                                + " = :inspector) as schools" + VisitStore.FROM
                                + " where v.made_on between :from and :until and "
                                + VisitStore.GOES + " = :inspector group by v.kind order by v.kind")
                        .bind("from", from)
                        .bind("until", until)
                        .bind("inspector", inspector)
                        .map((r, c) -> {
                            schools[0] = r.getInt("schools");
                            return kinds.put(r.getString("kind"), r.getInt("n"));
                        })
                        .list());
        List<VisitFindings.Row> found = findings.between(from, until, inspector, by);
        Progress.Counts visits = progress.progress(from, until, Progress.By.INSPECTOR, inspector, by)
                .total();
        return new MonthlyReport.Figures(visits, kinds, schools[0], found.size(), closed(found));
    }

    /** A first wording from the figures, in the language reports are written in. */
    private static MonthlyReport.Text suggested(YearMonth month, MonthlyReport.Figures f) {
        String work = "%d年%d月，开展入校督导%d次，涉及学校%d所"
                        .formatted(
                                month.getYear(),
                                month.getMonthValue(),
                                f.visits().made(),
                                f.schools())
                + (f.visits().unplanned() > 0 ? "，其中计划外%d次".formatted(f.visits().unplanned()) : "")
                + "。";
        String problems = f.findings() == 0 ? "" : "发现问题%d个，已销号%d个。".formatted(f.findings(), f.closed());
        return new MonthlyReport.Text(work, problems, "", "");
    }

    private Person person(UUID inspector, Account by) {
        boolean self = by.role().equals(Roles.INSPECTOR);
        return jdbi.withHandle(h -> h.createQuery(
                                "select id, name, region_code as region, account from zone.inspector"
                                        + " where id = :id and region_code like :scope || '%' and (cast(:self as text) is null or account = :self)")
                        .bind("id", inspector)
                        .bind("scope", by.scope().regionPrefix())
                        .bind("self", self ? by.subject() : null)
                        .map((r, c) -> new Person(
                                r.getObject("id", UUID.class),
                                r.getString("name"),
                                r.getString("region"),
                                r.getString("account")))
                        .findOne())
                .orElseThrow(() -> Problem.notFound("zone.inspector.notFound", inspector));
    }

    private YearMonth month(String month) {
        return month(month, clock);
    }

    /** The month an inspector first took office in; empty for one who never did. */
    private Optional<YearMonth> firstMonth(UUID inspector) {
        return jdbi.withHandle(
                h -> h.createQuery("select min(starts_on) from zone.appointment where inspector_id = :id")
                        .bind("id", inspector)
                        .mapTo(LocalDate.class)
                        .findOne()
                        .map(YearMonth::from));
    }

    /** @throws Problem 422 for a month that lies ahead, or before anything is kept of */
    static YearMonth month(String month, Clock clock) {
        YearMonth of = YearMonth.parse(month);
        if (of.isAfter(YearMonth.now(clock))) {
            throw Problem.unprocessable("zone.report.ahead", "month");
        }
        YearMonth first = YearMonth.from(WorkEntries.EARLIEST);
        if (of.isBefore(first)) {
            throw Problem.unprocessable("zone.report.early", "month", first);
        }
        return of;
    }

    private Optional<MonthlyReport> kept(Person person, String month) {
        return jdbi.withHandle(
                h -> h.createQuery("select * from zone.monthly_report where inspector_id = :id and month = :month")
                        .bind("id", person.id())
                        .bind("month", month)
                        .map((r, c) -> read(r, person.name()))
                        .findOne());
    }

    private static MonthlyReport with(MonthlyReport r, MonthlyReport.Figures figures) {
        return new MonthlyReport(
                r.inspectorId(),
                r.inspectorName(),
                r.month(),
                figures,
                r.text(),
                r.state(),
                r.submittedAt(),
                r.returnedFor(),
                r.decidedBy(),
                r.decidedAt(),
                r.version());
    }

    private static MonthlyReport read(ResultSet r, String name) throws SQLException {
        String figures = r.getString("figures");
        return new MonthlyReport(
                r.getObject("inspector_id", UUID.class),
                name,
                r.getString("month"),
                figures == null ? null : Documents.read(figures, MonthlyReport.Figures.class),
                new MonthlyReport.Text(
                        r.getString("work"), r.getString("problems"), r.getString("advice"), r.getString("next")),
                MonthlyReport.State.valueOf(r.getString("state")),
                r.getTimestamp("submitted_at") == null
                        ? null
                        : r.getTimestamp("submitted_at").toInstant(),
                r.getString("returned_for"),
                r.getString("decided_by"),
                r.getTimestamp("decided_at") == null
                        ? null
                        : r.getTimestamp("decided_at").toInstant(),
                r.getLong("version"));
    }
}
