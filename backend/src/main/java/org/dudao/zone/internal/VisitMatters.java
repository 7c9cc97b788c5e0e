package org.dudao.zone.internal;

/**
 * Which of the eight matters (督导事项) a visit looked at. The checklist of the eight matters has one indicator for each, whose
 * code is the matter's number; a county's own version of it keeps the codes. Other checklists look at none of them.
 */
public final class VisitMatters {
    private static final String CHECKLISTS =
            "r.system_id in (select x.id from indexsystem.system x where x.code like '%VISIT_EIGHT_MATTERS')";

    /** Visits with the number of each matter looked at: rows {@code (visit_id, matter)}, each once. */
    public static final String ROWS = "select distinct r.visit_id, split_part(w->>'item', '.', 1)::int as matter"
            + " from zone.visit_record r cross join lateral jsonb_array_elements(coalesce(r.body->'answers', '[]')) w"
            + " where " + CHECKLISTS
            + " and w->>'item' ~ '^[1-8]([.]|$)' and not coalesce((w->>'notApplicable')::boolean, false)";

    /** That a visit {@code v} looked at the matter {@code :matter}. */
    public static final String LOOKED_AT =
            "exists (select from (" + ROWS + " and r.visit_id = v.id) l where l.matter = :matter)";

    /** The matter of a finding {@code f} of a record {@code r}; null for none. */
    public static final String OF_FINDING = "case when f->>'item' ~ '^[1-8]([.]|$)' and " + CHECKLISTS
            + " then split_part(f->>'item', '.', 1)::int end";

    private VisitMatters() {}
}
