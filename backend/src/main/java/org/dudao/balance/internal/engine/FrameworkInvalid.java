package org.dudao.balance.internal.engine;

import java.util.List;

/** A framework that cannot be computed with; every fault with the path of its field. */
public final class FrameworkInvalid extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param field path in the document, e.g. {@code parameters[limit.PRIMARY].value}
     * @param code what is wrong: REQUIRED, NOT_A_NUMBER, OUT_OF_RANGE, NOT_ALLOWED, DUPLICATE, UNKNOWN
     */
    public record Fault(String field, String code) {}

    private final transient List<Fault> faults;

    public FrameworkInvalid(List<Fault> faults) {
        super(faults.toString());
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}
