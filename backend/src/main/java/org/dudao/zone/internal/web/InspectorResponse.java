package org.dudao.zone.internal.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dudao.zone.internal.Appointment;
import org.dudao.zone.internal.AppointmentStep;
import org.dudao.zone.internal.Conflict;
import org.dudao.zone.internal.Inspector;
import org.dudao.zone.internal.InspectorRow;
import org.dudao.zone.internal.InspectorService.Detail;
import org.dudao.zone.internal.Training;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Everything about one inspector.
 *
 * @param summary how the person stands today; the phone as the reader may see it
 * @param account subject the person signs in with; null for none
 * @param trainingRequired hours of training asked for in a year
 * @param yearsOfWorkRequired years of work asked of an inspector
 */
@Schema(name = "Inspector")
public record InspectorResponse(
        InspectorRow summary,
        Inspector.Degree degree,
        LocalDate worksSince,
        List<String> subjects,
        UUID photo,
        String account,
        List<Appointment> appointments,
        List<AppointmentStep> steps,
        List<Training> trainings,
        List<Conflict> conflicts,
        int trainingRequired,
        int yearsOfWorkRequired,
        long version) {
    static InspectorResponse from(Detail d) {
        Inspector i = d.inspector();
        return new InspectorResponse(
                d.row(),
                i.degree(),
                i.worksSince(),
                i.subjects(),
                i.photo(),
                i.account(),
                d.appointments(),
                d.steps(),
                d.trainings(),
                d.conflicts(),
                d.trainingHours(),
                d.yearsOfWork(),
                i.version());
    }
}
