package org.dudao.demo;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/** Loads the demonstration county on the first start of the embedded default, and never anywhere else. */
@ApplicationScoped
class DemoStartup {
    @ConfigProperty(name = "dudao.mode")
    String mode;

    @Inject
    Jdbi jdbi;

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
                Log.info("The demonstration county has been loaded");
            }
        });
    }
}
