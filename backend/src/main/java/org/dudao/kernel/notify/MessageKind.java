package org.dudao.kernel.notify;

import java.util.List;

/**
 * A kind of message a module sends. Its texts are in the module's bundle: {@code <module>.message.<name>} what is said,
 * {@code <module>.messageKind.<name>} what the kind is called where a person chooses.
 *
 * @param code {@code <module>.<name>}, e.g. {@code rectification.toReceive}
 * @param urgent told at once unless the person chose otherwise; others come with the digest
 */
public record MessageKind(String code, boolean urgent) {
    /** A module's kinds. */
    public interface Source {
        List<MessageKind> kinds();
    }

    String textCode() {
        return code.replaceFirst("\\.", ".message.");
    }

    String nameCode() {
        return code.replaceFirst("\\.", ".messageKind.");
    }
}
