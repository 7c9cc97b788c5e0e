package org.dudao.balance.internal.export;

import java.util.List;
import java.util.Locale;

/** Small SVG drawings without text, so that they need no font. The limit line is the hero; grey print stays readable. */
final class Drawings {
    private static final String GOOD = "#0f6e6e";
    private static final String BAD = "#b42318";
    private static final String LINE = "#1f2933";
    private static final String AXIS = "#d9dee3";

    private Drawings() {}

    /** A bar from 0 to {@code scale}, with the limit as a vertical line; null draws the empty track. */
    static String bar(Double value, double limit, double scale, boolean within, int width, int height) {
        StringBuilder svg = open(width, height);
        rect(svg, 0, height * 0.25, width, height * 0.5, "#eef1f3");
        if (value != null) {
            double length = Math.min(1, value / scale) * width;
            rect(svg, 0, height * 0.25, length, height * 0.5, within ? GOOD : BAD);
        }
        line(svg, limit / scale * width, 0, height, LINE, 1.6);
        return svg.append("</svg>").toString();
    }

    /**
     * One dot for each value along 0 … {@code scale}, with the threshold as a vertical line; dots below it are drawn as
     * hollow red rings, which grey print tells from full ones.
     */
    static String dots(List<Double> values, Double threshold, double mean, double scale, int width, int height) {
        StringBuilder svg = open(width, height);
        rect(svg, 0, height - 1.5, width, 1, AXIS);
        double mark = threshold == null ? mean : threshold;
        int lane = 0;
        for (double value : values) {
            double x = Math.min(1, value / scale) * (width - 6) + 3;
            double y = 4 + (lane++ % 4) * (height - 9) / 3.0;
            boolean below = threshold != null && value < threshold;
            svg.append(String.format(
                    Locale.ROOT,
                    "<circle cx=\"%.2f\" cy=\"%.2f\" r=\"2.1\" fill=\"%s\" stroke=\"%s\" stroke-width=\"%.1f\"/>",
                    x,
                    y,
                    below ? "#ffffff" : GOOD,
                    below ? BAD : "#ffffff",
                    below ? 1.1 : 0.4));
        }
        line(svg, Math.min(1, mark / scale) * (width - 6) + 3, 0, height, LINE, 1.4);
        return svg.append("</svg>").toString();
    }

    private static StringBuilder open(int width, int height) {
        return new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%dpt\" height=\"%dpt\" viewBox=\"0 0 %d %d\">",
                width,
                height,
                width,
                height));
    }

    private static void rect(StringBuilder svg, double x, double y, double width, double height, String fill) {
        svg.append(String.format(
                Locale.ROOT,
                "<rect x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\" fill=\"%s\"/>",
                x,
                y,
                width,
                height,
                fill));
    }

    private static void line(StringBuilder svg, double x, double y1, double y2, String stroke, double width) {
        svg.append(String.format(
                Locale.ROOT,
                "<line x1=\"%.2f\" y1=\"%.2f\" x2=\"%.2f\" y2=\"%.2f\" stroke=\"%s\" stroke-width=\"%.1f\"/>",
                x,
                y1,
                x,
                y2,
                stroke,
                width));
    }
}
