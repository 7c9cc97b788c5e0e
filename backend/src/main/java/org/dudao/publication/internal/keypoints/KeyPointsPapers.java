package org.dudao.publication.internal.keypoints;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.security.Account;
import org.dudao.publication.internal.Issuing;
import org.dudao.publication.internal.docx.Kind;
import org.dudao.publication.internal.docx.Numerals;
import org.dudao.registry.RegionName;
import org.dudao.registry.Regions;
import org.dudao.zone.ApprovedKeyPoints;
import org.dudao.zone.KeyPointsFacts;
import org.dudao.zone.KeyPointsReopened;

/** Key points of work (工作要点) as a document: issued once for each approval, withdrawn with it. */
@ApplicationScoped
public class KeyPointsPapers {
    static final String KIND = "KEY_POINTS";
    /** 主送 */
    private static final String EVERYBODY = "各乡镇人民政府，各学校";

    /** What stands before the points when the office wrote nothing. */
    private static final String OPENING = "现将本年度教育督导工作要点印发给你们，请结合实际认真贯彻落实。";

    @Inject
    ApprovedKeyPoints approved;

    @Inject
    Issuing issuing;

    @Inject
    Regions regions;

    @Inject
    Clock clock;

    /**
     * Issues them: they take a number and go into the register; the second time it is the document that is there.
     *
     * @return id of the document
     * @throws Problem 404 outside the office's region, and for an approval that no longer holds
     */
    @Transactional
    public UUID issue(UUID approval, Account by) {
        KeyPointsFacts points = approved.find(approval, by)
                .orElseThrow(() -> Problem.notFound("publication.keyPoints.notFound", approval));
        return issuing.find(KIND, approval).orElseGet(() -> register(points, by));
    }

    /** What was issued of an approval that no longer holds is taken back; its number stays taken. */
    void reopened(@Observes KeyPointsReopened event) {
        issuing.withdraw(KIND, event.approvalId(), event.on(), event.reason());
    }

    private UUID register(KeyPointsFacts points, Account by) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("前言", points.preface() == null || points.preface().isBlank() ? OPENING : points.preface());
        fields.put("执行日期", Numerals.day(points.inForceFrom()));
        List<Map<String, String>> rows = new ArrayList<>();
        for (String point : points.points()) {
            rows.add(Map.of("序号", Numerals.chinese(rows.size() + 1), "内容", point));
        }
        fields.put("要点", rows);
        return issuing.issue(
                Kind.of(KIND),
                points.regionCode(),
                regions.find(points.regionCode()).map(RegionName::name).orElse(""),
                points.title(),
                EVERYBODY,
                LocalDate.now(clock),
                points.approvalId(),
                fields,
                by);
    }
}
