package org.dudao.publication.internal.gate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.dudao.evidence.Evidence;

/** Portraits of inspectors, which hang at school gates and are public by their office. */
@ApplicationScoped
class InspectorPhotos {
    private static final String SUBJECT = "inspector";

    @Inject
    Evidence evidence;

    /** JPEG without what the camera wrote; empty for none or one that cannot be drawn. */
    Optional<byte[]> of(UUID inspector, UUID photo) {
        return photo == null ? Optional.empty() : evidence.published(photo, SUBJECT, inspector);
    }

    /** As the address of a picture in a page; null for none. */
    String address(UUID inspector, UUID photo) {
        return of(inspector, photo)
                .map(jpeg -> "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg))
                .orElse(null);
    }
}
