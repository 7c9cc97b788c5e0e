package org.dudao.kernel.blob;

import java.util.Collection;
import java.util.Set;

/** A module whose rows name blobs. A bean; the sweep asks each before it removes anything. */
public interface BlobKeeper {
    /**
     * Which of these blobs the module still needs. Asked inside a transaction that holds each of them exclusively, so that
     * no row naming one can be committed before the answer has been used.
     */
    Set<String> needed(Collection<String> sha256);
}
