package org.dudao.zone.internal.gate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import org.dudao.kernel.audit.Audit;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.web.ETags;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The number an office is called at (监督电话), which stands on every board of its county. */
@ApplicationScoped
public class OfficeLines {
    private static final int COUNTY_DIGITS = 6;

    /**
     * A county's line.
     *
     * @param phone null while the office has not said one
     */
    @Schema(name = "OfficeLine")
    public record Line(String phone, long version) {}

    @Inject
    Jdbi jdbi;

    @Inject
    Audit audit;

    /** The line of the county a region lies in. */
    @Transactional
    public Line of(String region) {
        return jdbi.withHandle(
                h -> h.createQuery("select phone, version from zone.office_line where region_code = :county")
                        .bind("county", county(region))
                        .map(ConstructorMapper.of(Line.class))
                        .findOne()
                        .orElse(new Line(null, 0)));
    }

    /**
     * Says another number.
     *
     * @throws Problem 403 for an account above the counties, 412 when somebody else was faster
     */
    @Transactional
    public Line change(String phone, String ifMatch, Account by) {
        String county = by.scope().regionPrefix();
        if (county.length() != COUNTY_DIGITS) {
            throw Problem.forbidden("zone.county");
        }
        Line before = of(county);
        ETags.requireMatch(ifMatch, before.version());
        int rows = jdbi.withHandle(h -> h.createUpdate("insert into zone.office_line (region_code, phone)"
                        + " values (:county, :phone) on conflict (region_code) do update set phone = :phone,"
                        + " version = zone.office_line.version + 1 where zone.office_line.version = :version")
                .bind("county", county)
                .bind("phone", phone)
                .bind("version", before.version())
                .execute());
        if (rows == 0) {
            throw new Problem(412, "kernel.stale", List.of());
        }
        audit.record(
                "office.lineChanged",
                "office",
                county,
                county,
                Map.of("phone", new Audit.Change(before.phone() == null ? "" : before.phone(), phone)));
        return of(county);
    }

    private static String county(String region) {
        return region.substring(0, Math.min(COUNTY_DIGITS, region.length()));
    }
}
