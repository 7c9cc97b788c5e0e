package org.dudao.registry.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.dudao.registry.RegionLevel;

/** A region under its national code. The code is the key: it is what scope, schools and figures refer to. */
@Entity
@Table(schema = "registry", name = "region")
class Region {
    @Id
    String code;

    @Column(nullable = false)
    String name;

    @Column(name = "name_en")
    String nameEn;

    @Column(name = "parent_code")
    String parentCode;

    @Version
    long version;

    protected Region() {}

    Region(String code, String name, String nameEn, String parentCode) {
        this.code = code;
        this.name = name;
        this.nameEn = nameEn;
        this.parentCode = parentCode;
    }

    void rename(String newName, String newNameEn) {
        name = newName;
        nameEn = newNameEn;
    }

    RegionLevel level() {
        return RegionLevel.ofCode(code);
    }
}
