package org.dudao.zone.internal.waiting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.dudao.kernel.notify.WaitingSource;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.security.Roles;
import org.dudao.kernel.sql.Where;
import org.dudao.kernel.text.Messages;
import org.dudao.registry.SchoolScope;
import org.dudao.zone.internal.VisitStore;
import org.dudao.zone.internal.waiting.ZoneWaiting.Kind;
import org.jdbi.v3.core.Jdbi;

/** What waits for a person on their desk, by due date: those without one come after those with. */
@ApplicationScoped
public class ZoneWaitingQuery implements WaitingSource {
    private static final int MOST = 100;
    /** A visit comes onto the desk this many days before. */
    private static final int SOON_DAYS = 3;

    private static final String ANSWERS =
            "select v.id, s.name, to_char(coalesce(v.made_on, v.planned_on), 'YYYY-MM-DD') as \"of\","
                    + " cast(p.published_at at time zone 'Asia/Shanghai' as date) as since, p.reply_due as due"
                    + VisitStore.FROM + " join zone.visit_publication p on p.visit_id = v.id%s and p.reply is null"
                    + " order by p.reply_due, v.id limit :most";

    private static final String VISITS = "select v.id, s.name, to_char(v.planned_on, 'YYYY-MM-DD') as \"of\","
            + " v.planned_on as since, v.planned_on as due" + VisitStore.FROM + " join zone.inspector i on "
            + VisitStore.of("i.id") + "%s and v.made_on is null and v.cancelled_for is null"
            + " order by v.planned_on, v.id limit :most";

    /** Whoever answered for a school in the month has a report of it to write. */
    private static final String REPORT =
            "select i.id, i.name, :month as \"of\", cast(:next as date) as since, cast(null as date) as due"
                    + " from zone.inspector i%s and exists (select from zone.assignment a where a.inspector_id = i.id"
                    + " and a.from_day < :next and coalesce(a.until_day, 'infinity') >= :first)"
                    + " and not exists (select from zone.monthly_report m where m.inspector_id = i.id and m.month = :month"
                    + " and m.state <> 'DRAFT') limit :most";

    private static final String RETURNED_REPORTS = "select i.id, i.name, m.month as \"of\","
            + " cast(m.decided_at at time zone 'Asia/Shanghai' as date) as since, cast(null as date) as due"
            + " from zone.monthly_report m join zone.inspector i on i.id = m.inspector_id%s and m.state = 'RETURNED'"
            + " order by m.month limit :most";

    private static final String APPRAISALS = "select i.id, i.name, cast(p.year as text) as \"of\","
            + " cast((select max(t.at) from zone.appraisal_step t where t.inspector_id = p.inspector_id"
            + " and t.year = p.year) at time zone 'Asia/Shanghai' as date) as since, cast(null as date) as due"
            + " from zone.appraisal p join zone.inspector i on i.id = p.inspector_id%s"
            + " and not exists (select from zone.appraisal_step t where t.inspector_id = p.inspector_id"
            + " and t.year = p.year and t.kind = 'ACKNOWLEDGED') order by p.year, i.name, i.id limit :most";

    @Inject
    Jdbi jdbi;

    @Inject
    Clock clock;

    @Transactional
    public List<ZoneWaiting> of(Account by) {
        List<ZoneWaiting> all = new ArrayList<>();
        LocalDate today = LocalDate.now(clock);
        switch (by.role()) {
            case Roles.SCHOOL -> add(all, Kind.ANSWER_RECORD, ANSWERS, ownSchool(by));
            case Roles.INSPECTOR -> {
                add(
                        all,
                        Kind.MAKE_VISIT,
                        VISITS,
                        self(by).and("v.planned_on <= :soon", "soon", today.plusDays(SOON_DAYS)));
                add(
                        all,
                        Kind.HAND_IN_REPORT,
                        REPORT,
                        lastMonth(by, YearMonth.from(today).minusMonths(1)));
                add(all, Kind.REVISE_REPORT, RETURNED_REPORTS, self(by));
                add(
                        all,
                        Kind.ACKNOWLEDGE_APPRAISAL,
                        APPRAISALS,
                        self(by).and("p.state = :state", "state", "CONFIRMED"));
            }
            case Roles.DIRECTOR ->
                add(all, Kind.CONFIRM_APPRAISAL, APPRAISALS, region(by).and("p.state = :state", "state", "SUBMITTED"));
            case Roles.OFFICER ->
                add(all, Kind.REVISE_APPRAISAL, APPRAISALS, region(by).and("p.state = :state", "state", "RETURNED"));
            default -> {}
        }
        all.sort(Comparator.comparing(ZoneWaiting::dueOn, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(ZoneWaiting::since, Comparator.nullsLast(Comparator.naturalOrder())));
        return all;
    }

    @Override
    @Transactional
    public List<Item> waitingFor(Account account) {
        return of(account).stream()
                .map(w -> new Item(
                        Messages.text(Messages.CHINESE, "zone.waiting." + w.kind(), w.name(), w.of()),
                        Messages.text(Locale.ENGLISH, "zone.waiting." + w.kind(), w.name(), w.of()),
                        w.dueOn(),
                        w.overdue()))
                .toList();
    }

    private static Where ownSchool(Account by) {
        return SchoolScope.schools(new Where(), by.scope(), "s");
    }

    private static Where region(Account by) {
        return new Where()
                .and("i.region_code like :scope || '%'", "scope", by.scope().regionPrefix());
    }

    private static Where self(Account by) {
        return region(by).and("i.account = :self", "self", by.subject());
    }

    private static Where lastMonth(Account by, YearMonth month) {
        Where where = self(by);
        where.bindings().put("month", month.toString());
        where.bindings().put("first", month.atDay(1));
        where.bindings().put("next", month.plusMonths(1).atDay(1));
        return where;
    }

    private void add(List<ZoneWaiting> all, Kind kind, String sql, Where where) {
        LocalDate today = LocalDate.now(clock);
        where.bindings().put("most", MOST);
        jdbi.useHandle(h -> h.createQuery(sql.formatted(where.sql()))
                .bindMap(where.bindings())
                .map((r, c) -> {
                    LocalDate due = r.getObject("due", LocalDate.class);
                    return new ZoneWaiting(
                            kind,
                            r.getObject("id", UUID.class),
                            r.getString("name"),
                            r.getString("of"),
                            r.getObject("since", LocalDate.class),
                            due,
                            due != null && due.isBefore(today));
                })
                .forEach(all::add));
    }
}
