package org.dudao.zone;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.sql.Where;
import org.dudao.registry.SchoolScope;
import org.dudao.zone.internal.gate.OfficeLines;
import org.dudao.zone.internal.gate.PublicCodes;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** What stands on the boards (标牌) at school gates. */
@ApplicationScoped
public class Boards {
    private static final String SELECT =
            """
            select s.id as school_id, s.name as school_name, s.region_code, i.id as inspector_id, i.name, i.kind, i.photo, i.phone,
                a.from_day as since
            from registry.school s
            left join zone.assignment a on a.school_id = s.id
                and a.from_day <= :today and coalesce(a.until_day, 'infinity') >= :today
            left join zone.inspector i on i.id = a.inspector_id
            """;

    @Inject
    Jdbi jdbi;

    @Inject
    PublicCodes codes;

    @Inject
    OfficeLines lines;

    @Inject
    Clock clock;

    /** An open school in the caller's scope. */
    @Transactional
    public Optional<BoardFacts> school(UUID school, Account by) {
        return read(SchoolScope.schools(new Where(), by.scope(), "s").and("s.id = :school", "school", school)).stream()
                .findFirst();
    }

    /** The open schools of a zone in the caller's scope that somebody answers for, by name. */
    @Transactional
    public List<BoardFacts> zone(UUID zone, Account by) {
        return read(SchoolScope.schools(new Where(), by.scope(), "s")
                .and("s.zone_id = :boardZone", "boardZone", zone)
                .and("i.id is not null"));
    }

    /** The open school a printed code belongs to, for anybody. */
    @Transactional
    public Optional<BoardFacts> ofCode(String code) {
        return codes.subject(PublicCodes.Kind.SCHOOL, code)
                .flatMap(id -> read(new Where().and("s.id = :school", "school", id)).stream()
                        .findFirst());
    }

    /** The address of a school's public page, once its board was made. */
    @Transactional
    public Optional<String> address(UUID school) {
        return codes.known(PublicCodes.Kind.SCHOOL, school);
    }

    /** Counts a school's board as made; the address of its public page, to be printed, is the same each time. */
    @Transactional
    public String made(UUID school) {
        return codes.address(PublicCodes.Kind.SCHOOL, school);
    }

    /** The matters in force today, in order. */
    @Transactional
    public List<Matter> matters() {
        return jdbi.withHandle(h -> h.createQuery("select distinct on (no) no, name, name_en from zone.matter"
                        + " where valid_from <= :today order by no, valid_from desc")
                .bind("today", LocalDate.now(clock))
                .map(ConstructorMapper.of(Matter.class))
                .list());
    }

    /** The number of the office of the county a region lies in (监督电话); empty when it has not said one. */
    @Transactional
    public Optional<String> officePhone(String region) {
        return Optional.ofNullable(lines.of(region).phone());
    }

    private List<BoardFacts> read(Where where) {
        return jdbi.withHandle(h -> h.createQuery(SELECT
                        + where.and("s.state = 'OPEN'").sql() + " order by s.name collate \"zh-Hans-CN-x-icu\", s.id")
                .bindMap(where.bindings())
                .bind("today", LocalDate.now(clock))
                .map(ConstructorMapper.of(BoardFacts.class))
                .list());
    }
}
