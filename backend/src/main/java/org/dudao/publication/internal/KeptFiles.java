package org.dudao.publication.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Set;
import org.dudao.kernel.blob.BlobKeeper;

/** Files of documents and templates are kept for ever. */
@ApplicationScoped
public class KeptFiles implements BlobKeeper {
    @Inject
    Register register;

    @Override
    public Set<String> needed(Collection<String> sha256) {
        return register.keeps(sha256);
    }
}
