package org.dudao.registry.internal;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.QueryParam;

/** What a table of figures can be narrowed by: a school year, and everything a list of schools takes. */
public class FigureFilter extends SchoolFilter {
    /** The calendar year the school year starts in. */
    @QueryParam("year")
    @NotNull
    @Min(1949)
    @Max(2200)
    public Integer year;
}
