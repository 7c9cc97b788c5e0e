package org.dudao.rectification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.dudao.kernel.security.Account;
import org.dudao.rectification.internal.FindingService;

/** What modules that supervise may do here: put a finding into the ledger. */
@ApplicationScoped
public class Rectification {
    @Inject
    FindingService findings;

    /**
     * Records a finding in the transaction under way; the same id twice is one finding.
     *
     * @return its id
     * @throws org.dudao.kernel.error.Problem 422 when the unit is outside the caller's scope or the day lies ahead
     */
    @Transactional
    public UUID raise(NewFinding finding, Account by) {
        return findings.raise(finding, by).id();
    }
}
