package org.dudao.zone.internal.complaint;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A complaint in the list; of whoever sent it only whether a name or contact was left.
 *
 * @param excerpt first characters of the text
 * @param named whether the sender left a name or contact
 * @param inspectorName who answers for the school today; null for nobody
 * @param dueOn last day of what is to be done next; null when nothing is
 */
public record ComplaintRow(
        UUID id,
        UUID schoolId,
        String schoolName,
        int matter,
        String matterName,
        String matterNameEn,
        String excerpt,
        boolean named,
        String inspectorName,
        Complaint.State state,
        LocalDate receivedOn,
        LocalDate dueOn,
        boolean overdue,
        LocalDate closedOn) {}
