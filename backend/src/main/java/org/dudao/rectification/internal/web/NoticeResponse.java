package org.dudao.rectification.internal.web;

import java.time.LocalDate;
import java.util.List;
import org.dudao.rectification.internal.Finding;
import org.dudao.rectification.internal.Notice;

/** A notice with the findings it demands the rectification of. */
public record NoticeResponse(Notice notice, List<FindingResponse> findings) {
    static NoticeResponse from(Notice notice, List<Finding> findings, LocalDate today) {
        return new NoticeResponse(
                notice,
                findings.stream().map(f -> FindingResponse.from(f, today)).toList());
    }
}
