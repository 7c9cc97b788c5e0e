package org.dudao.zone.internal.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dudao.kernel.audit.Audit;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.id.Ids;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.web.ETags;
import org.dudao.zone.KeyPointsReopened;
import org.dudao.zone.internal.Counties;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The year's key points: drafted, approved by the director, then in force and no longer changed. */
@ApplicationScoped
public class KeyPointsService {
    @Inject
    Jdbi jdbi;

    @Inject
    Audit audit;

    @Inject
    Event<KeyPointsReopened> reopened;

    @Inject
    Clock clock;

    /** Of the county's own office and every year, the latest first. */
    @Transactional
    public List<KeyPoints> list(Account by) {
        return jdbi.withHandle(h -> h.createQuery(
                        "select * from zone.key_points where region_code like :region || '%' order by year desc, region_code")
                .bind("region", by.scope().regionPrefix())
                .map(ConstructorMapper.of(KeyPoints.class))
                .list());
    }

    /**
     * Writes the draft of a year.
     *
     * @param ifMatch the version it was read at; 0 for a year that has none yet
     * @throws Problem 409 once they are approved
     */
    @Transactional
    public KeyPoints write(int year, String title, String preface, List<String> points, String ifMatch, Account by) {
        String county = Counties.require(by);
        Optional<KeyPoints> before = find(county, year);
        ETags.requireMatch(ifMatch, before.map(KeyPoints::version).orElse(0L));
        if (before.filter(k -> k.state() == KeyPoints.State.APPROVED).isPresent()) {
            throw Problem.conflict("zone.keyPoints.approved");
        }
        UUID id = before.map(KeyPoints::id).orElseGet(Ids::newId);
        int written = jdbi.withHandle(h -> h.createUpdate(
                        "insert into zone.key_points (id, region_code, year, title, preface, points, state, version)"
                                + " values (:id, :county, :year, :title, :preface, :points, 'DRAFT', 1)"
                                + " on conflict (region_code, year) do update set title = :title, preface = :preface,"
                                + " points = :points, version = zone.key_points.version + 1"
                                + " where zone.key_points.version = :version and zone.key_points.state = 'DRAFT'")
                .bind("id", id)
                .bind("county", county)
                .bind("year", year)
                .bind("title", title)
                .bind("preface", preface)
                .bindArray("points", String.class, points)
                .bind("version", before.map(KeyPoints::version).orElse(0L))
                .execute());
        Counties.requireChanged(written == 1);
        audit.record("keyPoints.written", "keyPoints", id, county, Map.of("year", year, "points", points.size()));
        return require(county, year);
    }

    /** Approves the draft; it is in force from a day on. */
    @Transactional
    public KeyPoints approve(int year, LocalDate inForceFrom, String ifMatch, Account by) {
        String county = Counties.require(by);
        KeyPoints draft = require(county, year);
        ETags.requireMatch(ifMatch, draft.version());
        if (draft.state() == KeyPoints.State.APPROVED) {
            throw Problem.conflict("zone.keyPoints.approved");
        }
        if (inForceFrom.getYear() != year && !inForceFrom.equals(LocalDate.now(clock))) {
            throw Problem.unprocessable("zone.keyPoints.day", "inForceFrom", year);
        }
        changed(jdbi.withHandle(h -> h.execute(
                "update zone.key_points set state = 'APPROVED', in_force_from = ?, approved_by = ?, approved_at = ?,"
                        + " approval_id = ?, version = version + 1 where id = ? and version = ?",
                inForceFrom,
                by.displayName(),
                clock.instant(),
                Ids.newId(),
                draft.id(),
                draft.version())));
        audit.record("keyPoints.approved", "keyPoints", draft.id(), county, Map.of("year", year, "from", inForceFrom));
        return require(county, year);
    }

    /** Takes approved points back to a draft, with the reason. */
    @Transactional
    public KeyPoints reopen(int year, String reason, String ifMatch, Account by) {
        String county = Counties.require(by);
        KeyPoints approved = require(county, year);
        ETags.requireMatch(ifMatch, approved.version());
        if (approved.state() == KeyPoints.State.DRAFT) {
            throw Problem.conflict("zone.keyPoints.draft");
        }
        changed(jdbi.withHandle(h -> h.execute(
                "update zone.key_points set state = 'DRAFT', in_force_from = null, approved_by = null, approved_at = null,"
                        + " approval_id = null, version = version + 1 where id = ? and version = ?",
                approved.id(),
                approved.version())));
        reopened.fire(new KeyPointsReopened(approved.approvalId(), LocalDate.now(clock), reason));
        audit.record("keyPoints.reopened", "keyPoints", approved.id(), county, Map.of("year", year, "reason", reason));
        return require(county, year);
    }

    private static void changed(int rows) {
        Counties.requireChanged(rows == 1);
    }

    private KeyPoints require(String county, int year) {
        return find(county, year).orElseThrow(() -> Problem.notFound("zone.keyPoints.notFound", year));
    }

    private Optional<KeyPoints> find(String county, int year) {
        return jdbi.withHandle(
                h -> h.createQuery("select * from zone.key_points where region_code = :county and year = :year")
                        .bind("county", county)
                        .bind("year", year)
                        .map(ConstructorMapper.of(KeyPoints.class))
                        .findOne());
    }
}
