package org.dudao.zone;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A year's key points of work (工作要点) as they were approved.
 *
 * @param approvalId of this approval; after a reopening there is another
 * @param regionCode the county
 * @param preface what stands before the points; null for nothing
 */
public record KeyPointsFacts(
        UUID approvalId,
        String regionCode,
        int year,
        String title,
        String preface,
        List<String> points,
        LocalDate inForceFrom) {}
