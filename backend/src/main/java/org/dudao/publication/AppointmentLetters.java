package org.dudao.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.UUID;
import org.dudao.kernel.security.Account;
import org.dudao.publication.internal.gate.AppointmentPapers;

/** Letters of appointment (聘书), for what stands on top of the modules. */
@ApplicationScoped
public class AppointmentLetters {
    @Inject
    AppointmentPapers papers;

    /**
     * Issues the letter of a term, or finds the one that was.
     *
     * @param on day of the letter: its number is of that year
     * @return id of the document
     * @throws org.dudao.kernel.error.Problem 404 outside the account's region, 409 for a term that is over
     */
    @Transactional
    public UUID issue(UUID appointment, Account by, LocalDate on) {
        return papers.issueLetter(appointment, by, on);
    }
}
