package org.dudao.registry.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.dudao.kernel.page.Page;
import org.dudao.kernel.security.Scope;
import org.dudao.kernel.sheet.SheetWriter;
import org.dudao.kernel.sql.Where;
import org.dudao.kernel.text.Messages;
import org.dudao.registry.FactCatalogue;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** The table schools × figures of one year. */
@ApplicationScoped
public class FigureQuery {
    /** One school's line; a figure that is missing has no entry. {@code version} 0 means no figures at all. */
    public record Line(
            UUID schoolId,
            String code,
            String name,
            String kind,
            String regionCode,
            String regionName,
            Map<String, BigDecimal> values,
            long version) {}

    private static final TypeReference<Map<String, BigDecimal>> VALUES = new TypeReference<>() {};
    private static final int EXPORT_FETCH = 1_000;

    @Inject
    Jdbi jdbi;

    @Inject
    FactCatalogue catalogue;

    @Inject
    ObjectMapper json;

    @Transactional
    public Page<Line> page(Scope scope, FigureFilter filter) {
        Where where = filter.where(scope);
        return jdbi.withHandle(h -> new Page<>(
                query(h, where, filter, " limit :limit offset :offset")
                        .bind("limit", filter.size)
                        .bind("offset", filter.offset())
                        .map((r, c) -> line(r))
                        .list(),
                filter.page,
                filter.size,
                h.createQuery("select count(*) from registry.school s" + where.sql())
                        .bindMap(where.bindings())
                        .mapTo(long.class)
                        .one()));
    }

    /** The filtered table as a workbook under the headers the import understands. */
    @Transactional
    public void export(OutputStream out, Locale locale, Scope scope, FigureFilter filter) throws IOException {
        FigureRules rules = new FigureRules(catalogue.all());
        List<FigureRules.Key> keys = List.copyOf(rules.keys().values());
        try (SheetWriter sheet = new SheetWriter(
                out, Messages.text(locale, "registry.export.figures"), FigureColumns.headers(keys, locale))) {
            forEach(scope, filter, line -> {
                List<Object> cells = new ArrayList<>(List.of(line.code(), line.name(), filter.year));
                keys.forEach(k -> cells.add(line.values().get(k.key())));
                sheet.row(cells);
            });
        }
    }

    private void forEach(Scope scope, FigureFilter filter, Consumer<Line> consumer) {
        jdbi.useHandle(h -> query(h, filter.where(scope), filter, "")
                .setFetchSize(EXPORT_FETCH)
                .map((r, c) -> line(r))
                .useStream(lines -> lines.forEach(consumer)));
    }

    private Query query(Handle h, Where where, FigureFilter filter, String limit) {
        return h.createQuery(
                        "select s.id, s.code, s.name, s.kind, s.region_code, r.name as region_name, y.values::text as figures,"
                                + " coalesce(y.version, 0) as version from registry.school s"
                                + " join registry.region r on r.code = s.region_code"
                                + " left join registry.school_year y on y.school_id = s.id and y.year = :year"
                                + where.sql()
                                + filter.orderBy(sortable(), SchoolFilter.FIGURES_ORDER) + limit)
                .bind("year", filter.year)
                .bindMap(where.bindings());
    }

    /** Every figure can be sorted by; its key comes from the catalogue, never from the request. */
    private Map<String, String> sortable() {
        Map<String, String> columns = new HashMap<>(SchoolFilter.SORTABLE);
        new FigureRules(catalogue.all())
                .keys()
                .keySet()
                .forEach(key -> columns.put(key, "(y.values ->> '" + key + "')::numeric"));
        return columns;
    }

    private Line line(java.sql.ResultSet r) throws java.sql.SQLException {
        String figures = r.getString("figures");
        try {
            return new Line(
                    r.getObject("id", UUID.class),
                    r.getString("code"),
                    r.getString("name"),
                    r.getString("kind"),
                    r.getString("region_code"),
                    r.getString("region_name"),
                    figures == null ? Map.of() : json.readValue(figures, VALUES),
                    r.getLong("version"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
