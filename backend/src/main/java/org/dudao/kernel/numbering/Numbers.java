package org.dudao.kernel.numbering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.jdbi.v3.core.Jdbi;

/**
 * The next number of a series. Taken inside the transaction that uses it: when that is rolled back the number is free again,
 * and until it ends nobody else gets one of the same series; so a series has neither gaps nor doubles.
 */
@ApplicationScoped
public class Numbers {
    @Inject
    Jdbi jdbi;

    /** @param series e.g. {@code rectification.notice/990101/2026}; begins at 1 */
    @Transactional(Transactional.TxType.MANDATORY)
    public int next(String series) {
        return jdbi.withHandle(
                h -> h.createQuery("insert into kernel.number_series as s (series, last) values (:series, 1)"
                                + " on conflict (series) do update set last = s.last + 1 returning last")
                        .bind("series", series)
                        .mapTo(int.class)
                        .one());
    }
}
