package org.dudao.zone.internal.appraisal;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.page.PageRequest;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which appraisals of a year are listed; everything but the year may be left out. */
public class AppraisalFilter extends PageRequest {
    /** Where an appraisal stands, that nothing was written yet included. */
    @Schema(name = "AppraisalStanding")
    public enum Standing {
        NONE,
        DRAFT,
        SUBMITTED,
        RETURNED,
        CONFIRMED
    }

    private static final Map<String, Function<Appraisal.Row, BigDecimal>> SORTABLE = Map.of(
            "state",
            r -> BigDecimal.valueOf(r.state() == null ? -1 : r.state().ordinal()),
            "counted",
            Appraisal.Row::counted,
            "officeMark",
            r -> r.officeMark() == null ? null : BigDecimal.valueOf(r.officeMark()),
            "total",
            Appraisal.Row::total);

    @QueryParam("year")
    @NotNull
    @Min(2000)
    @Max(2100)
    public Integer year;

    @QueryParam("q")
    @Size(max = MAX_SEARCH)
    @Parameter(description = "Text in the inspector's name")
    public String q;

    @QueryParam("standing")
    @Parameter(description = "Where it stands; NONE when nothing was written yet")
    public Standing standing;

    @QueryParam("grade")
    @Parameter(description = "The confirmed grade")
    public AppraisalGrade grade;

    /** Keeps and orders the rows of a year, which come by name. */
    List<Appraisal.Row> narrow(List<Appraisal.Row> rows) {
        return rows.stream()
                .filter(r -> q == null || q.isBlank() || r.inspectorName().contains(q.strip()))
                .filter(r -> standing == null
                        || standing.name()
                                .equals(r.state() == null ? "NONE" : r.state().name()))
                .filter(r -> grade == null || grade == r.grade())
                .sorted(order(rows))
                .toList();
    }

    /** Rows without a value come last, whichever way. */
    private Comparator<Appraisal.Row> order(List<Appraisal.Row> byName) {
        boolean descending = sort != null && sort.startsWith("-");
        String field = sort == null || sort.isBlank() ? "name" : descending ? sort.substring(1) : sort;
        if (field.equals("name")) {
            Comparator<Appraisal.Row> kept = Comparator.comparing(byName::indexOf);
            return descending ? kept.reversed() : kept;
        }
        Function<Appraisal.Row, BigDecimal> value = SORTABLE.get(field);
        if (value == null) {
            TreeSet<String> fields = new TreeSet<>(SORTABLE.keySet());
            fields.add("name");
            throw Problem.badRequest("kernel.page.sort", "sort", sort, String.join(", ", fields));
        }
        Comparator<BigDecimal> way = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return Comparator.comparing(value, Comparator.nullsLast(way));
    }
}
