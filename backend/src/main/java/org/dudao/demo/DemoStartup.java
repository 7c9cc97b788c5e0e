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

    /** The first terms of this autumn have their letters; the others are to be issued. */
    @ActivateRequestContext
    void letters(Handle h) {
        Account officer = accounts.find(OFFICER).orElseThrow();
        h.createQuery("select id from zone.appointment where state = 'APPOINTED' and starts_on <= :today"
                        + " and ends_on > :today order by starts_on, id limit 6")
                .bind("today", LocalDate.now(clock))
                .mapTo(UUID.class)
                .list()
                .forEach(term -> letters.issue(term, officer));
    }
}
