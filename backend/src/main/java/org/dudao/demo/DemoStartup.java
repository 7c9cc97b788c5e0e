package org.dudao.demo;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.dudao.kernel.blob.Blobs;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.security.AccountDirectory;
import org.dudao.publication.AppointmentLetters;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Loads the demonstration county on the first start of the embedded default, and never anywhere else. */
@ApplicationScoped
class DemoStartup {
    private static final String OFFICER = "00000000-0000-7000-8000-000000000002";

    @ConfigProperty(name = "dudao.mode")
    String mode;

    @Inject
    Jdbi jdbi;

    @Inject
    Blobs blobs;

    @Inject
    AppointmentLetters letters;

    @Inject
    AccountDirectory accounts;

    @Inject
    Clock clock;

    @Transactional
    void load(@Observes @Priority(2000) StartupEvent event) {
        if (!"embedded".equals(mode)) {
            return;
        }
        jdbi.useHandle(h -> {
            boolean empty = h.createQuery("select not exists (select from registry.region)")
                    .mapTo(Boolean.class)
                    .one();
            if (empty) {
                new DemoLoader(h, clock.instant()).loadCounty();
                new DemoEvidence(h, blobs, clock.instant()).load();
                new DemoPortraits(h, blobs, clock.instant()).load();
                letters(h);
                Log.info("The demonstration county has been loaded");
            }
        });
    }

    /** The first terms have their letters, of the day of the appointment; the others are to be issued. */
    @ActivateRequestContext
    void letters(Handle h) {
        Account officer = accounts.find(OFFICER).orElseThrow();
        h.createQuery("select t.id, s.on_date from zone.appointment t join zone.appointment_step s"
                        + " on s.appointment_id = t.id and s.kind = 'APPOINTED' where t.state = 'APPOINTED'"
                        + " and t.starts_on <= :today and t.ends_on > :today order by s.on_date, t.id limit 6")
                .bind("today", LocalDate.now(clock))
                .map((r, c) -> Map.entry(r.getObject("id", UUID.class), r.getObject("on_date", LocalDate.class)))
                .list()
                .forEach(term -> letters.issue(term.getKey(), officer, term.getValue()));
    }
}
