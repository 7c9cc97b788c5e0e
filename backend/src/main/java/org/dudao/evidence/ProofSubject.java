package org.dudao.evidence;

import java.util.Collection;
import java.util.Map;
import org.dudao.kernel.security.Account;

/**
 * A kind of thing that files prove, kept by the module that owns it. A bean. Who may see the thing may see the files that
 * prove it; nobody else but who sent them.
 */
public interface ProofSubject {
    /** Its kind, e.g. {@code finding}; stored with every proof. */
    String type();

    /** SQL that selects, as text, the ids an account may see. Its bindings follow from the account alone. */
    record Visible(String select, Map<String, Object> bindings) {}

    /** Which of its things an account may see, inside the account's scope. */
    Visible visible(Account by);

    /**
     * What names a thing for its reader.
     *
     * @param text e.g. {@code 测试小学：消防通道堆放杂物}
     * @param path where the client shows it, e.g. {@code /rectification/findings/…}
     */
    record Label(String text, String path) {}

    /** Names of things the caller has been found to see, by id. */
    Map<String, Label> labels(Collection<String> ids);
}
