package org.dudao.indexsystem;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One thing to answer, and how the answer scores. Only what its {@code kind} and {@code rule} use is set.
 *
 * @param guideZh what to look at (评估要点)
 * @param methodZh how it is scored, in words (评分办法)
 * @param required an unscored item (text, photo, position) that must be answered
 * @param options answers of a CHOICE, letters of a LETTER
 * @param rule how a NUMBER, FACT or COUNT is held against the standard; null for a NUMBER that is only written down
 * @param standard the standard, in {@code unit}
 * @param direction whether more or less than the standard is good
 * @param floor for SHARE: the least share of the standard that scores at all, 0 … 1; null for none
 * @param bands for BANDS: from the best down
 * @param marks for DEDUCTIONS and ADDITIONS: what may be taken off or added
 * @param freeMarks for DEDUCTIONS and ADDITIONS: amounts with a reason of their own are allowed as well
 * @param formula for FACT: over fact keys, e.g. {@code PRIMARY.pupils / PRIMARY.classes}
 * @param count for COUNT: what another module counts about a school, e.g. {@code rectification.overdue}; for a NUMBER without a
 *     rule: what the module that supervises counts and holds against a standard of its own, e.g. {@code zone.COVERAGE}
 * @param photos least number of photos that prove the answer; null for none
 * @param veto the answer that vetoes the whole system (一票否决); null for none
 */
public record IndexItem(
        Kind kind,
        String guideZh,
        String guideEn,
        String methodZh,
        String methodEn,
        String unitZh,
        String unitEn,
        boolean required,
        List<Option> options,
        Rule rule,
        BigDecimal standard,
        Direction direction,
        BigDecimal floor,
        List<Band> bands,
        List<MarkRule> marks,
        boolean freeMarks,
        String formula,
        String count,
        Integer photos,
        Veto veto) {

    public IndexItem {
        options = IndexSystemDocument.copy(options);
        bands = IndexSystemDocument.copy(bands);
        marks = IndexSystemDocument.copy(marks);
    }

    /** What is asked for. */
    @Schema(name = "IndexItemKind")
    public enum Kind {
        /** 是 / 否 */
        YES_NO,
        CHOICE,
        /** a person gives 0 … full marks */
        POINTS,
        /** a number with a unit against a standard */
        NUMBER,
        /** A, B, C … */
        LETTER,
        /** from full marks downwards, each deduction with its reason */
        DEDUCTIONS,
        /** from nothing upwards, each addition with its reason */
        ADDITIONS,
        /** a number computed from the registry's figures */
        FACT,
        /** a number another module counts */
        COUNT,
        TEXT,
        PHOTO,
        /** position with its accuracy */
        GPS
    }

    /** How a number is held against the standard. */
    @Schema(name = "IndexNumberRule")
    public enum Rule {
        /** full marks when the standard is met, else none */
        MET,
        /** the share of the standard reached, at most full marks */
        SHARE,
        /** marks by bands */
        BANDS
    }

    /** Which side of the standard is good. */
    @Schema(name = "IndexDirection")
    public enum Direction {
        AT_LEAST,
        AT_MOST
    }

    /** Which answer vetoes. */
    @Schema(name = "IndexVeto")
    public enum Veto {
        YES,
        NO,
        /** the number misses its standard */
        NOT_MET
    }

    /**
     * @param points what it scores; null in a system of letters or conditions
     * @param met whether choosing it means the item is met
     */
    @Schema(name = "IndexOption")
    public record Option(String code, String nameZh, String nameEn, BigDecimal points, boolean met) {}

    /** @param limit from here on (AT_LEAST) or up to here (AT_MOST), inclusive; null for what remains */
    @Schema(name = "IndexBand")
    public record Band(BigDecimal limit, BigDecimal points) {}

    /**
     * @param amount marks each time
     * @param cap most marks in total; null for no cap of its own
     */
    @Schema(name = "IndexMarkRule")
    public record MarkRule(String code, String nameZh, String nameEn, BigDecimal amount, BigDecimal cap) {}

    /** Whether its answer gives marks or a letter, or only records something. */
    public boolean scored() {
        return kind != Kind.TEXT && kind != Kind.PHOTO && kind != Kind.GPS;
    }

    /** Whether its answer can be met or not: a number without a rule is only written down. */
    public boolean judged() {
        return scored() && !(kind == Kind.NUMBER && rule == null);
    }
}
