package org.dudao.publication.internal.visit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The room a drawn signature takes: the screen it was drawn on is not known, its strokes are. */
final class Strokes {
    private static final Pattern POINT = Pattern.compile("[ML](-?\\d+(?:\\.\\d+)?)[ ,](-?\\d+(?:\\.\\d+)?)");
    private static final double EDGE = 4;

    private Strokes() {}

    /** @return an SVG view box around all strokes; null where nothing was drawn */
    static String box(String mark) {
        double left = Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        Matcher m = POINT.matcher(mark);
        while (m.find()) {
            double x = Double.parseDouble(m.group(1));
            double y = Double.parseDouble(m.group(2));
            left = Math.min(left, x);
            right = Math.max(right, x);
            top = Math.min(top, y);
            bottom = Math.max(bottom, y);
        }
        return left > right
                ? null
                : (left - EDGE) + " " + (top - EDGE) + " " + (right - left + 2 * EDGE) + " "
                        + (bottom - top + 2 * EDGE);
    }
}
