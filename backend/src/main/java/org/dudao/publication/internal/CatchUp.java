package org.dudao.publication.internal;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.dudao.rectification.NoticeFacts;
import org.dudao.rectification.Rectification;

/**
 * Enters notices into the register that were approved before there was one. Runs at every start and finds nothing to do after
 * the first. One withdrawn then has lost its findings and stays without a file.
 */
@ApplicationScoped
public class CatchUp {
    private static final int BATCH = 100;

    @Inject
    Rectification rectification;

    @Inject
    Registrar registrar;

    @Inject
    Register register;

    /** After demonstration data, if any, were loaded. */
    void onStart(@Observes @Priority(3000) StartupEvent event) {
        int added = run();
        if (added > 0) {
            Log.infof("%d notices approved earlier were entered into the register of documents", added);
        }
    }

    /** Returns how many were entered. */
    @ActivateRequestContext
    int run() {
        int added = 0;
        UUID last = null;
        while (true) {
            UUID after = last;
            List<NoticeFacts> notices = rectification.approvedNotices(after, BATCH);
            if (notices.isEmpty()) {
                return added;
            }
            added += QuarkusTransaction.requiringNew().call(() -> enter(notices));
            last = notices.get(notices.size() - 1).id();
        }
    }

    private int enter(List<NoticeFacts> notices) {
        int added = 0;
        register.lockForCatchingUp();
        for (NoticeFacts n : notices) {
            boolean withFile = !n.demands().isEmpty();
            if (registrar
                    .register(RectificationDocuments.of(n), RectificationDocuments.SYSTEM, withFile)
                    .isEmpty()) {
                continue;
            }
            added++;
            if (n.servedOn() != null) {
                register.serve(RectificationDocuments.NOTICE, n.id(), n.servedOn(), n.receiptName());
            }
            if (n.withdrawnFor() != null) {
                // the day was not kept then
                register.withdraw(RectificationDocuments.NOTICE, n.id(), null, n.withdrawnFor());
            }
        }
        return added;
    }
}
