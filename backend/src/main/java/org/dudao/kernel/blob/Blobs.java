package org.dudao.kernel.blob;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The store of content. Which one it is (file system or S3) is configuration ({@code dudao.blobs.storage}).
 *
 * <p>Storing knows no transaction. Whoever writes a row that names a blob pins it in that row's transaction
 * ({@link Pins#pin}) and says in a {@link BlobKeeper} which blobs it still needs; what nobody needs is swept after a while.
 */
public interface Blobs {
    /**
     * Stores what the stream gives. The same content twice is one blob; the second time renews its age.
     *
     * @throws IOException when it could not be read, or not be kept whole: nothing is kept then
     */
    Blob store(InputStream content) throws IOException;

    Optional<Blob> find(String sha256) throws IOException;

    /**
     * The content from a place on.
     *
     * @param offset first byte, 0 for all of it
     * @throws java.io.FileNotFoundException when there is no such content
     */
    InputStream open(String sha256, long offset) throws IOException;

    default InputStream open(String sha256) throws IOException {
        return open(sha256, 0);
    }

    /** Removes the content; none is no error. Only the sweep may call it, see {@link BlobSweep}. */
    void delete(String sha256) throws IOException;

    /** Every blob there is, in no order; what is stored or deleted meanwhile may be missing or not. */
    void forEach(Consumer<Blob> consumer) throws IOException;
}
