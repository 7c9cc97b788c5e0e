package org.dudao.support;

import io.smallrye.jwt.build.Jwt;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.dudao.kernel.id.Ids;
import org.jdbi.v3.core.Jdbi;

/**
 * Makes the world a test needs, straight in the database: each call adds one thing and returns what names it. Every
 * test makes its own county, so tests share a database and never each other's rows.
 */
@ApplicationScoped
public class Given {
    private static final AtomicInteger COUNTIES = new AtomicInteger(1000);
    private static final AtomicInteger SCHOOLS = new AtomicInteger();

    @Inject
    Jdbi jdbi;

    /** A new county with its province and prefecture; returns its six-digit code. */
    @Transactional
    public String aCounty() {
        int n = COUNTIES.getAndIncrement();
        String code = "6" + n / 1000 + String.format("%04d", n % 1000 + 1000);
        region(code.substring(0, 2), null);
        region(code.substring(0, 4), code.substring(0, 2));
        region(code, code.substring(0, 4));
        return code;
    }

    /** A township of a county; returns its nine-digit code. */
    @Transactional
    public String aTownship(String county, int number) {
        String code = county + (100 + number);
        region(code, county);
        return code;
    }

    /** A zone of a county. */
    @Transactional
    public UUID aZone(String county) {
        UUID id = Ids.newId();
        jdbi.useHandle(h -> h.execute(
                "insert into registry.zone (id, region_code, name) values (?, ?, ?)", id, county, "责任区" + id));
        return id;
    }

    /** An open public county-run school; returns its id. Its code is unique. */
    @Transactional
    public UUID aSchool(String region, String kind) {
        UUID id = Ids.newId();
        String code = "21" + region.substring(0, 2) + String.format("%06d", SCHOOLS.incrementAndGet());
        jdbi.useHandle(h -> h.execute(
                "insert into registry.school (id, code, name, kind, region_code, urban_rural, private_school, run_by, state)"
                        + " values (?, ?, ?, ?, ?, '121', false, 'COUNTY', 'OPEN')",
                id,
                code,
                "测试学校" + SCHOOLS.get(),
                kind,
                region));
        return id;
    }

    public String codeOf(UUID school) {
        return jdbi.withHandle(h -> h.createQuery("select code from registry.school where id = ?")
                .bind(0, school)
                .mapTo(String.class)
                .one());
    }

    @Transactional
    public void inZone(UUID school, UUID zone) {
        jdbi.useHandle(h -> h.execute("update registry.school set zone_id = ? where id = ?", zone, school));
    }

    /** An enabled account with a role over a region; returns a bearer token for it. */
    public String aToken(String role, String region) {
        return aToken(role, region, null, null);
    }

    @Transactional
    public String aToken(String role, String region, UUID zone, UUID school) {
        UUID person = Ids.newId();
        String subject = UUID.randomUUID().toString();
        jdbi.useHandle(h -> {
            h.execute(
                    "insert into registry.person (id, name, region_code) values (?, ?, ?)",
                    person,
                    "测试" + role,
                    region);
            h.execute(
                    "insert into registry.account (id, subject, username, person_id, role, region_code, zone_id, school_id)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                    Ids.newId(),
                    subject,
                    role + "-" + subject,
                    person,
                    role,
                    region,
                    zone,
                    school);
        });
        return tokenOf(subject);
    }

    /** A valid token of a subject that may or may not have an account. */
    public static String tokenOf(String subject) {
        return Jwt.claims()
                .subject(subject)
                .upn(subject)
                .claim("preferred_username", subject)
                .issuer("https://test.dudao.example")
                .sign(DatabaseResource.KEYS.getPrivate());
    }

    private void region(String code, String parent) {
        jdbi.useHandle(h -> h.execute(
                "insert into registry.region (code, name, parent_code) values (?, ?, ?) on conflict do nothing",
                code,
                "地区" + code,
                parent));
    }
}
