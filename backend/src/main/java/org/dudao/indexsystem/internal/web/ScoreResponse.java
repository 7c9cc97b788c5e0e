package org.dudao.indexsystem.internal.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.dudao.indexsystem.Score;
import org.dudao.kernel.text.Messages;

/** A score in the reader's words; the figures are as in {@link Score}. */
public record ScoreResponse(
        BigDecimal total,
        BigDecimal soFar,
        BigDecimal full,
        String grade,
        String subgrade,
        String gradeByTotal,
        Boolean passed,
        boolean vetoed,
        List<String> missing,
        List<Node> nodes,
        List<Sentence> sentences) {

    /** One node as scored; see {@link Score.Node}. */
    public record Node(
            String code,
            String nameZh,
            String nameEn,
            Score.Outcome outcome,
            BigDecimal full,
            BigDecimal given,
            Boolean met,
            BigDecimal share,
            String letter,
            List<Sentence> sentences,
            List<Node> children) {}

    /**
     * @param text a sentence a principal understands
     * @param amount marks concerned, or null
     * @param by who answered, or null
     */
    public record Sentence(Score.Act act, String text, BigDecimal amount, String by, List<UUID> evidence) {}

    /** @param words the words sentences use for facts */
    static ScoreResponse from(Score score, FactWords words, Locale locale) {
        return new ScoreResponse(
                score.total(),
                score.soFar(),
                score.full(),
                score.grade(),
                score.subgrade(),
                score.gradeByTotal(),
                score.passed(),
                score.vetoed(),
                score.missing(),
                score.nodes().stream().map(n -> node(n, words, locale)).toList(),
                sentences(score.statements(), words, locale));
    }

    private static Node node(Score.Node n, FactWords words, Locale locale) {
        return new Node(
                n.code(),
                n.nameZh(),
                n.nameEn(),
                n.outcome(),
                n.full(),
                n.given(),
                n.met(),
                n.share(),
                n.letter(),
                sentences(n.statements(), words, locale),
                n.children().stream().map(c -> node(c, words, locale)).toList());
    }

    private static List<Sentence> sentences(List<Score.Statement> statements, FactWords words, Locale locale) {
        boolean english = "en".equals(locale.getLanguage());
        return statements.stream()
                .map(s -> new Sentence(
                        s.act(),
                        Messages.text(
                                locale,
                                "indexsystem.score." + s.code(),
                                words.params(s).stream()
                                        .map(w -> english ? w.en() : w.zh())
                                        .toArray()),
                        s.amount(),
                        s.by(),
                        s.evidence()))
                .toList();
    }
}
