package org.dudao.publication.internal.render;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import io.quarkus.logging.Log;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.NameRecord;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The typefaces of a PDF. A document names its fonts (仿宋_GB2312, 方正小标宋简体 …), which an office owns and this software may not ship:
 * TrueType files put into {@code dudao.fonts.directory} are used under the names they bear; for the others the faces that are
 * shipped stand in: Noto's 宋 for 仿宋 and 小标宋 (heavy), 霞鹜文楷 for 楷体, Noto's 黑 for 黑体. A letter that its typeface lacks, such as
 * a rare one in a person's name, is drawn in another that has it; those of {@code dudao.fonts.spare} are asked last.
 */
@ApplicationScoped
public class Typefaces {
    private static final String SONG = "Dudao Song";
    private static final String HEAVY = "Dudao Heavy Song";
    private static final String HEI = "Dudao Hei";
    private static final String KAI = "Dudao Kai";
    private static final String BOLD = "serif/700Bold/NotoSerifSC_700Bold.ttf";
    private static final Set<String> SAME = Set.of("仿宋_GB2312", "仿宋", "FangSong");

    @ConfigProperty(name = "dudao.fonts.directory")
    Optional<String> directory;

    @ConfigProperty(name = "dudao.fonts.spare")
    Optional<List<String>> spare;

    /** All, by family, in the order they are asked for a letter. */
    private final Map<String, Face> faces = new LinkedHashMap<>();

    private final Map<Integer, Integer> radicals = new HashMap<>();
    private final Map<String, Path> own = new LinkedHashMap<>();

    @PostConstruct
    void look() {
        for (Face shipped : List.of(
                Face.shipped(SONG, "serif/400Regular/NotoSerifSC_400Regular.ttf"),
                Face.shipped(HEAVY, BOLD),
                Face.shipped(HEI, "400Regular/NotoSansSC_400Regular.ttf"),
                Face.shipped(KAI, "kai/files/lxgw-wenkai-latin-500-normal.woff"))) {
            faces.put(shipped.family(), shipped);
        }
        directory.filter(d -> !d.isBlank()).map(Path::of).ifPresent(this::lookInto);
        spare.orElse(List.of()).stream()
                .map(Path::of)
                .filter(Files::isDirectory)
                .forEach(this::lookInto);
    }

    private void lookInto(Path fonts) {
        try (Stream<Path> files = Files.list(fonts)) {
            files.filter(f -> f.toString().toLowerCase(Locale.ROOT).endsWith(".ttf"))
                    .sorted()
                    .forEach(this::learn);
        } catch (IOException e) {
            Log.warnf("fonts in %s are not used: %s", fonts, e.getMessage());
        }
    }

    private void learn(Path file) {
        try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBufferedFile(file.toFile()))) {
            for (NameRecord name : font.getNaming().getNameRecords()) {
                if (name.getNameId() == NameRecord.NAME_FONT_FAMILY_NAME
                        || name.getNameId() == NameRecord.NAME_FULL_FONT_NAME) {
                    String family = name.getString().strip();
                    if (own.putIfAbsent(family, file) == null) {
                        faces.put(family, Face.of(family, file));
                    }
                }
            }
        } catch (IOException | RuntimeException e) {
            Log.warnf("font %s is not used: %s", file, e.getMessage());
        }
    }

    /** The CSS families for a text in a font, the best first; others are named only where the best lack a letter. */
    String families(String name, String text) {
        Set<String> families = new LinkedHashSet<>(named(name));
        List<Face> best = families.stream().map(faces::get).toList();
        text.codePoints()
                .filter(c -> best.stream().noneMatch(f -> f.draws(c)))
                .mapToObj(this::anyThatDraws)
                .flatMap(Optional::stream)
                .map(Face::family)
                .forEach(families::add);
        return families.stream().map(f -> "'" + f + "'").collect(Collectors.joining(","));
    }

    /** The characters of a text that no typeface can draw, each once. Blanks and marks nobody sees are none. */
    Set<Integer> missing(String text) {
        return text.codePoints()
                .filter(c -> !Character.isWhitespace(c) && !Character.isISOControl(c))
                .filter(c -> anyThatDraws(c).isEmpty())
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Optional<Face> anyThatDraws(int codePoint) {
        return faces.values().stream().filter(f -> f.draws(codePoint)).findFirst();
    }

    private List<String> named(String name) {
        if (name == null) {
            return List.of(SONG);
        }
        List<String> families = new ArrayList<>();
        if (own.containsKey(name)) {
            families.add(name);
        } else if (SAME.contains(name)) {
            SAME.stream().filter(own::containsKey).findFirst().ifPresent(families::add);
        }
        families.add(fallback(name));
        return families;
    }

    private static String fallback(String name) {
        if (name.contains("黑")
                || name.contains("Hei")
                || name.contains("雅")
                || name.contains("Sans")
                || name.contains("Arial")) {
            return HEI;
        }
        if (name.contains("楷") || name.contains("Kai")) {
            return KAI;
        }
        return name.contains("标宋") || name.contains("大标") ? HEAVY : SONG;
    }

    /** Makes every typeface known; a file is read when a letter needs it, and only the letters used are embedded. */
    void into(PdfRendererBuilder builder) {
        faces.values().forEach(f -> builder.useFont(f.file(), f.family(), 400, FontStyle.NORMAL, true));
        builder.useFont(Face.resource(BOLD), SONG, 700, FontStyle.NORMAL, true);
        builder.useFont(Face.resource("700Bold/NotoSansSC_700Bold.ttf"), HEI, 700, FontStyle.NORMAL, true);
    }

    /** Radicals that the typefaces draw as ideographs, for {@link ReadableText}. */
    synchronized Map<Integer, Integer> radicals() {
        if (radicals.isEmpty()) {
            for (String family : List.of(SONG, HEI, KAI)) {
                radicals.putAll(ReadableText.radicals(faces.get(family).letters()));
            }
        }
        return radicals;
    }
}
