package org.dudao.balance.internal.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.dudao.balance.internal.StoredFramework;
import org.dudao.balance.internal.engine.FrameworkDocument;

/**
 * A framework as it is sent.
 *
 * @param version counts published versions of the code; the ETag is {@code lockVersion}
 * @param regionCode region it belongs to; null for national ones
 * @param facts codes of the facts a calculation needs beside {@code pupils}
 */
public record FrameworkResponse(
        UUID id,
        String code,
        int version,
        String nameZh,
        String nameEn,
        String source,
        StoredFramework.State state,
        String regionCode,
        UUID basedOn,
        FrameworkDocument.Decision decision,
        List<FrameworkDocument.Indicator> indicators,
        List<FrameworkDocument.Parameter> parameters,
        List<String> facts,
        String createdBy,
        Instant createdAt,
        String publishedBy,
        Instant publishedAt,
        long lockVersion) {

    static FrameworkResponse from(StoredFramework framework) {
        FrameworkDocument d = framework.document();
        return new FrameworkResponse(
                framework.id(),
                d.code(),
                d.version(),
                d.nameZh(),
                d.nameEn(),
                d.source(),
                framework.state(),
                framework.regionCode(),
                framework.basedOn(),
                d.decision(),
                d.indicators(),
                d.parameters(),
                d.indicators().stream()
                        .flatMap(i -> i.numerator().stream())
                        .map(FrameworkDocument.Term::fact)
                        .distinct()
                        .toList(),
                framework.createdBy(),
                framework.createdAt(),
                framework.publishedBy(),
                framework.publishedAt(),
                framework.lockVersion());
    }
}
