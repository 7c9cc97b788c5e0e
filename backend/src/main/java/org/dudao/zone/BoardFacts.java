package org.dudao.zone;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A school and who answers for it today, as the board (标牌) at its gate states it.
 *
 * @param regionCode of the school
 * @param inspectorId null when nobody answers for it; all that follows is null then
 * @param kind how the person is an inspector, e.g. {@code RESPONSIBLE}
 * @param photo a file of evidence that proves the inspector; null for none
 * @param phone of the inspector, for the printed board only; null when not known
 * @param since first day of the assignment
 */
public record BoardFacts(
        UUID schoolId,
        String schoolName,
        String regionCode,
        UUID inspectorId,
        String name,
        String kind,
        UUID photo,
        String phone,
        LocalDate since) {}
