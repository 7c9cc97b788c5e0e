package org.dudao.zone;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.dudao.kernel.security.Account;
import org.dudao.zone.internal.plan.KeyPoints;
import org.dudao.zone.internal.plan.KeyPointsService;

/** Key points of work (工作要点) that were approved, for modules that print. */
@ApplicationScoped
public class ApprovedKeyPoints {
    @Inject
    KeyPointsService service;

    /** Those of an approval in the account's region; empty for one that no longer holds. */
    @Transactional
    public Optional<KeyPointsFacts> find(UUID approvalId, Account by) {
        return service.list(by).stream()
                .filter(k -> approvalId.equals(k.approvalId()))
                .map(ApprovedKeyPoints::facts)
                .findFirst();
    }

    private static KeyPointsFacts facts(KeyPoints k) {
        return new KeyPointsFacts(
                k.approvalId(), k.regionCode(), k.year(), k.title(), k.preface(), k.points(), k.inForceFrom());
    }
}
