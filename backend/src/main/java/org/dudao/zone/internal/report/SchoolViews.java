package org.dudao.zone.internal.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.dudao.kernel.page.Page;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.sql.Where;
import org.dudao.registry.SchoolScope;
import org.dudao.zone.internal.VisitStore;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Every school's view of the inspectors who came (学校评价), for the office only. */
@ApplicationScoped
public class SchoolViews {
    /**
     * A school's view after a visit; each mark from 1 to 5.
     *
     * @param fair 客观公正
     * @param useful 对学校有帮助
     * @param clean 廉洁自律
     * @param words null for none
     */
    @Schema(name = "SchoolView")
    public record View(
            UUID visitId,
            UUID schoolId,
            String schoolName,
            UUID inspectorId,
            String inspectorName,
            LocalDate madeOn,
            int fair,
            int useful,
            int clean,
            String words,
            Instant givenAt) {}

    private static final String FROM = VisitStore.FROM + " join zone.visit_feedback f on f.visit_id = v.id"
            + " join zone.inspector i on i.id = f.inspector_id";
    private static final String SELECT = "select v.id as visit_id, v.school_id, s.name as school_name, f.inspector_id,"
            + " i.name as inspector_name, v.made_on, f.fair, f.useful, f.clean, f.words, f.given_at" + FROM;
    private static final String ZH = " collate \"zh-Hans-CN-x-icu\"";
    private static final String NEWEST = "f.given_at desc, v.id";
    private static final Map<String, String> SORTABLE = Map.of(
            "givenAt", "f.given_at",
            "madeOn", "v.made_on",
            "school", "s.name" + ZH,
            "inspector", "i.name" + ZH,
            "fair", "f.fair",
            "useful", "f.useful",
            "clean", "f.clean");

    @Inject
    Jdbi jdbi;

    @Transactional
    public Page<View> list(FeedbackFilter filter, Account by) {
        Where where = filter.narrow(SchoolScope.schools(new Where(), by.scope(), "s"));
        return jdbi.withHandle(h -> new Page<>(
                h.createQuery(SELECT + where.sql() + filter.orderBy(SORTABLE, NEWEST) + " limit :limit offset :offset")
                        .bindMap(where.bindings())
                        .bind("limit", filter.size)
                        .bind("offset", filter.offset())
                        .map(ConstructorMapper.of(View.class))
                        .list(),
                filter.page,
                filter.size,
                h.createQuery("select count(*)" + FROM + where.sql())
                        .bindMap(where.bindings())
                        .mapTo(long.class)
                        .one()));
    }

    @Transactional
    public void forEach(FeedbackFilter filter, Account by, Consumer<View> consumer) {
        Where where = filter.narrow(SchoolScope.schools(new Where(), by.scope(), "s"));
        jdbi.useHandle(h -> h.createQuery(SELECT + where.sql() + filter.orderBy(SORTABLE, NEWEST))
                .bindMap(where.bindings())
                .setFetchSize(500)
                .map(ConstructorMapper.of(View.class))
                .useStream(s -> s.forEach(consumer)));
    }
}
