package org.dudao.balance.internal.engine;

import java.util.List;
import org.dudao.kernel.json.Documents;

/** The two national frameworks as they ship: {@code balance/frameworks/*.json} on the class path. */
public final class ShippedFrameworks {
    public static final String BASIC_2012 = "BASIC_2012";
    public static final String QUALITY_2017 = "QUALITY_2017";
    public static final List<String> CODES = List.of(QUALITY_2017, BASIC_2012);

    private ShippedFrameworks() {}

    /** @param code one of {@link #CODES} */
    public static FrameworkDocument load(String code) {
        return Documents.shipped("/balance/frameworks/" + code + ".json", FrameworkDocument.class);
    }
}
