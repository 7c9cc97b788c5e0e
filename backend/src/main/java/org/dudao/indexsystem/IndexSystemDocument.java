package org.dudao.indexsystem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An index system as data: the tree of indicators down to its items, and every rule its result depends on. The same shape
 * is shipped as a resource, stored, edited, exchanged as JSON and sent.
 *
 * @param code e.g. {@code VISIT_EIGHT_MATTERS}; together with {@code version} it names one document for ever
 * @param version counts the versions of one code, from 1
 * @param subject what is looked at
 * @param source where it comes from and what in it is not verified
 * @param settings how points become a total
 * @param nodes A级 indicators in official order
 * @param passRules all must hold to pass; empty when the system only grades
 * @param grades grade ladder (等级), highest first; empty when the system only passes or fails
 * @param downgrades circumstances that lower the grade
 */
public record IndexSystemDocument(
        String code,
        int version,
        String nameZh,
        String nameEn,
        Subject subject,
        Source source,
        Settings settings,
        List<IndexNode> nodes,
        List<PassRule> passRules,
        List<Grade> grades,
        List<Downgrade> downgrades) {

    public IndexSystemDocument {
        nodes = copy(nodes);
        passRules = copy(passRules);
        grades = copy(grades);
        downgrades = copy(downgrades);
    }

    /** Codes of its items, the leaves of the tree. */
    public Set<String> itemCodes() {
        Set<String> codes = new HashSet<>();
        nodes.forEach(n -> collect(n, codes));
        return codes;
    }

    private static void collect(IndexNode node, Set<String> codes) {
        if (node.leaf()) {
            codes.add(node.code());
        }
        node.children().forEach(n -> collect(n, codes));
    }

    /** What an index system looks at. */
    @Schema(name = "IndexSubject")
    public enum Subject {
        /** 学校 */
        SCHOOL,
        /** 乡镇人民政府 */
        TOWNSHIP,
        /** 县级人民政府 */
        COUNTY,
        /** one visit of a responsible inspector (督学随访) */
        VISIT
    }

    /**
     * @param title paper it follows, e.g. {@code 教督〔2016〕2号}; for our own work, what it was made from
     * @param confidence 2+, 1, L (local), S (source papers only), M (memory), OWN (made by the office)
     * @param unverified what in it is not verified, in words; empty when everything is
     */
    @Schema(name = "IndexSource")
    public record Source(String title, String confidence, List<String> unverified) {
        public Source {
            unverified = copy(unverified);
        }
    }

    /**
     * @param decimals decimals the total is rounded to, once, at the very end; the grade is read from the rounded total,
     *     because that is the figure everybody sees
     * @param rounding HALF_UP is 四舍五入
     * @param notApplicable what an item marked not applicable (不适用) does
     * @param bonusCap most that all bonus items together may add; null for no cap
     * @param lowestWhenFailed who fails the pass rules has the lowest grade, whatever the total; null, as in documents from
     *     before there was the choice, for no
     */
    @Schema(name = "IndexSettings")
    public record Settings(
            int decimals,
            RoundingMode rounding,
            NotApplicable notApplicable,
            BigDecimal bonusCap,
            @JsonInclude(JsonInclude.Include.NON_NULL) Boolean lowestWhenFailed) {}

    /** What an item marked not applicable does; chosen once per system. */
    public enum NotApplicable {
        /** its points leave the denominator, and the rest is scaled to the full marks of the system */
        LEAVES_DENOMINATOR,
        /** it counts as fulfilled */
        SCORES_FULL
    }

    /**
     * One step of the grade ladder. A total belongs to the first grade whose {@code from} it reaches, so there is no gap
     * between two grades.
     *
     * @param from least total, inclusive; null for the lowest grade
     * @param subgrades finer steps inside the grade (e.g. 优级甲等), highest first; may be empty
     */
    @Schema(name = "IndexGrade")
    public record Grade(String code, String nameZh, String nameEn, BigDecimal from, List<Subgrade> subgrades) {
        public Grade {
            subgrades = copy(subgrades);
        }
    }

    /** @param from least total, inclusive; null for the lowest one of its grade */
    @Schema(name = "IndexSubgrade")
    public record Subgrade(String code, String nameZh, String nameEn, BigDecimal from) {}

    /**
     * A circumstance that lowers the grade however high the total is.
     *
     * @param steps how many grades down; null sets the grade to {@code to}
     * @param to grade at best; null when {@code steps} is given
     */
    @Schema(name = "IndexDowngrade")
    public record Downgrade(String code, String nameZh, String nameEn, Integer steps, String to) {}

    static <T> List<T> copy(List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
