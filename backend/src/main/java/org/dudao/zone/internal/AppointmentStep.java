package org.dudao.zone.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * One step of a term with its papers; never changed.
 *
 * @param text opinion, number of the paper, or grounds
 */
public record AppointmentStep(
        UUID id,
        UUID appointmentId,
        Appointment.State kind,
        LocalDate onDate,
        String text,
        List<UUID> evidence,
        String actorName,
        Instant at) {}
