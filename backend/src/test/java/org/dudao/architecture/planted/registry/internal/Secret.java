package org.dudao.architecture.planted.registry.internal;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** An entity other modules must not reach. */
@Entity
public class Secret {
    @Id
    public Long id;
}
