package org.dudao.zone.internal.innovation;

import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is counted of a county's year for the self-check. A measure is a list of things, each in order or not: the number and
 * the rows behind it cannot differ. An item of the index system names a measure by {@link #source()}.
 */
@Schema(name = "InnovationMeasure")
public enum InnovationMeasure {
    /** this year's key points of work that are approved (工作要点) */
    KEY_POINTS(Shape.NUMBER, null),
    /** terms with an adopted plan of visits */
    TERM_PLANS(Shape.SHARE, null),
    /** schools of compulsory age with a responsible inspector; never two, by a constraint */
    COVERAGE(Shape.SHARE, null),
    /** responsible inspectors who answer for no more schools than the rule says */
    LOAD(Shape.SHARE, "SCHOOLS_PER_INSPECTOR"),
    /** zones with no more schools than the rule says */
    ZONE_SIZE(Shape.SHARE, "SCHOOLS_PER_ZONE"),
    /** responsible inspectors whose term of office runs */
    IN_OFFICE(Shape.SHARE, null),
    /** inspectors in office, not full-time, with no more terms in a row than the rule says */
    TERMS(Shape.SHARE, "TERMS_IN_ROW"),
    /** inspectors in office with the year's hours of training */
    TRAINED(Shape.SHARE, "TRAINING_HOURS"),
    /** schools whose inspector is not due for an exchange */
    ROTATED(Shape.SHARE, "ROTATION_YEARS"),
    /** schools in months of term, visited as often as asked */
    MONTHLY(Shape.SHARE, "VISITS_PER_MONTH"),
    /** planned visits whose day has come, made */
    PLAN_DONE(Shape.SHARE, null),
    /** visits made whose record was published to the school */
    PUBLISHED(Shape.SHARE, null),
    /** published records whose answer is due, answered */
    REPLIED(Shape.SHARE, null),
    /** monthly reports of responsible inspectors for months of term, handed in */
    REPORTS(Shape.SHARE, null),
    /** responsible inspectors with costs of the work recorded */
    COSTS(Shape.SHARE, null),
    /** schools of compulsory age with a board or public page issued */
    BOARDS(Shape.SHARE, null),
    /** published records the school gave its view on */
    FEEDBACK(Shape.SHARE, null),
    /** findings of visits whose term is over, or which are closed: closed */
    CLOSED(Shape.SHARE, null),
    /** complaints answered, or whose last day is over: answered in time */
    COMPLAINTS(Shape.SHARE, null);

    private static final String PREFIX = "zone.";

    private final Shape shape;
    private final String limit;

    InnovationMeasure(Shape shape, String limit) {
        this.shape = shape;
        this.limit = limit;
    }

    /** How it is held against its standard. */
    @Schema(name = "InnovationShape")
    public enum Shape {
        /** per cent of the things that are in order; not measurable without any thing */
        SHARE,
        /** how many are in order; none is 0 */
        NUMBER
    }

    public Shape shape() {
        return shape;
    }

    /** Code of the dated rule that holds its standard: per cent of a SHARE, a count of a NUMBER. */
    public String standard() {
        return "INNOVATION_" + name();
    }

    /** Code of the dated rule each thing is held against; null where a thing speaks for itself. */
    public String limit() {
        return limit;
    }

    /** What an item of the index system names, e.g. {@code zone.COVERAGE}. */
    public String source() {
        return PREFIX + name();
    }

    /** The measure an item names; empty for what is answered by hand. */
    static Optional<InnovationMeasure> of(String source) {
        return Arrays.stream(values()).filter(m -> m.source().equals(source)).findFirst();
    }
}
