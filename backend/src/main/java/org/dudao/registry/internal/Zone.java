package org.dudao.registry.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;

/** A responsibility zone (督学责任区): which schools an inspector's account sees. */
@Entity
@Table(schema = "registry", name = "zone")
class Zone {
    @Id
    UUID id;

    @Column(name = "region_code", nullable = false, updatable = false)
    String regionCode;

    @Column(nullable = false)
    String name;

    @Version
    long version;

    protected Zone() {}

    Zone(UUID id, String regionCode, String name) {
        this.id = id;
        this.regionCode = regionCode;
        this.name = name;
    }
}
