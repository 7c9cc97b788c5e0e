package org.dudao.kernel.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.regex.Pattern;
import org.dudao.kernel.security.Account;

/** Writes down that a file left the system. */
@ApplicationScoped
class DownloadTrail {
    /** A list drawn up for the caller, as it was filtered; anything else was there before. */
    private static final Pattern EXPORT = Pattern.compile("/export(/|$)");

    @Inject
    Audit audit;

    /**
     * Records it in a transaction of its own, before the first byte is sent: a file nobody can account for is not sent.
     *
     * @param path what was asked for, without its parameters
     * @param name what the file is called
     * @param query the parameters; the filter an export was made with
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void sent(String path, String name, String query, Account by) {
        audit.record(
                EXPORT.matcher(path).find() ? "list.exported" : "file.downloaded",
                "download",
                path,
                name,
                by == null ? null : by.scope().regionPrefix(),
                query == null ? Map.of() : Map.of("query", query));
    }
}
