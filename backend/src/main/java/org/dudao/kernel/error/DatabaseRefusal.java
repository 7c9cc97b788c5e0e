package org.dudao.kernel.error;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What PostgreSQL refuses for a reason the caller can act on. A service asks first and says more; between its question
 * and its write another request may have been quicker, and then the constraint is what holds. Names of tables and
 * constraints stay inside.
 */
enum DatabaseRefusal {
    /** U+0000 in a text, and in the text of a jsonb. */
    NUL_IN_TEXT(400, "kernel.nul", Set.of("22021", "22P05")),
    /** unique_violation and exclusion_violation */
    EXISTS(409, "kernel.conflict.exists", Set.of("23505", "23P01")),
    /** foreign_key_violation */
    REFERENCE(409, "kernel.conflict.reference", Set.of("23503"));

    private final int status;
    private final String code;
    private final Set<String> sqlStates;

    DatabaseRefusal(int status, String code, Set<String> sqlStates) {
        this.status = status;
        this.code = code;
        this.sqlStates = sqlStates;
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    /** Looks through causes and what was suppressed: a failure at commit arrives wrapped by the transaction manager. */
    static Optional<DatabaseRefusal> in(Throwable failure) {
        return in(failure, new HashSet<>());
    }

    private static Optional<DatabaseRefusal> in(Throwable failure, Set<Throwable> seen) {
        if (failure == null || !seen.add(failure)) {
            return Optional.empty();
        }
        if (failure instanceof SQLException sql) {
            for (DatabaseRefusal refusal : values()) {
                if (sql.getSQLState() != null && refusal.sqlStates.contains(sql.getSQLState())) {
                    return Optional.of(refusal);
                }
            }
        }
        for (Throwable suppressed : failure.getSuppressed()) {
            Optional<DatabaseRefusal> found = in(suppressed, seen);
            if (found.isPresent()) {
                return found;
            }
        }
        return in(failure.getCause(), seen);
    }
}
