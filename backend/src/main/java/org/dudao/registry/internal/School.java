package org.dudao.registry.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.dudao.kernel.error.Problem;
import org.dudao.registry.SchoolKind;

/**
 * A school under its 10-digit 学校(机构)标识码: two digits kind, two province, six serial, no check digit. The code is
 * never reused and survives a renaming; a closed or merged school stays in the register.
 */
@Entity
@Table(schema = "registry", name = "school")
class School {
    @Id
    UUID id;

    @Column(nullable = false, updatable = false)
    String code;

    @Column(nullable = false)
    String name;

    @Column(nullable = false)
    String kind;

    @Column(name = "region_code", nullable = false)
    String regionCode;

    @Column(name = "urban_rural")
    String urbanRural;

    @Column(name = "private_school", nullable = false)
    boolean privateSchool;

    @Enumerated(EnumType.STRING)
    @Column(name = "run_by", nullable = false)
    RunBy runBy;

    @Column(name = "parent_school_id")
    UUID parentSchoolId;

    @Column(name = "zone_id")
    UUID zoneId;

    Double longitude;

    Double latitude;

    @Column(name = "founded_year")
    Integer foundedYear;

    @Column(name = "closed_year")
    Integer closedYear;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    SchoolState state;

    @Column(name = "merged_into_id")
    UUID mergedIntoId;

    @Version
    long version;

    protected School() {}

    School(UUID id, String code, String name, SchoolDetails details) {
        this.id = id;
        this.code = code;
        this.name = name.strip();
        this.state = SchoolState.OPEN;
        describe(details);
    }

    /** Replaces the editable attributes. */
    void describe(SchoolDetails details) {
        kind = SchoolKind.ofCode(details.kind())
                .orElseThrow(() -> Problem.unprocessable("registry.school.kind", "kind", details.kind()))
                .code();
        regionCode = details.regionCode();
        urbanRural = details.urbanRural();
        privateSchool = details.privateSchool();
        runBy = details.runBy();
        if (details.parentSchoolId() != null && !mayHaveParent()) {
            throw Problem.unprocessable("registry.school.parentOnlyForPoints", "parentSchoolId");
        }
        parentSchoolId = details.parentSchoolId();
        zoneId = details.zoneId();
        longitude = details.longitude();
        latitude = details.latitude();
        if ((longitude == null) != (latitude == null)) {
            throw Problem.unprocessable(
                    "registry.school.halfCoordinates", longitude == null ? "longitude" : "latitude");
        }
        foundedYear = details.foundedYear();
    }

    void moveToZone(UUID zone) {
        zoneId = zone;
    }

    void rename(String newName) {
        requireOpen();
        name = newName.strip();
    }

    void close(int year) {
        requireOpen();
        requireAfterFounding(year);
        state = SchoolState.CLOSED;
        closedYear = year;
    }

    void mergeInto(School other, int year) {
        requireOpen();
        requireAfterFounding(year);
        if (other.id.equals(id)) {
            throw Problem.unprocessable("registry.school.mergeIntoItself", "intoSchoolId");
        }
        other.requireOpen();
        state = SchoolState.MERGED;
        closedYear = year;
        mergedIntoId = other.id;
    }

    /** Undoes a closure or merger entered by mistake; the history keeps both. */
    void reopen() {
        if (state == SchoolState.OPEN) {
            throw Problem.conflict("registry.school.open", name);
        }
        state = SchoolState.OPEN;
        closedYear = null;
        mergedIntoId = null;
    }

    private boolean mayHaveParent() {
        return SchoolKind.TEACHING_POINT.code().equals(kind)
                || SchoolKind.ATTACHED_PRIMARY_CLASS.code().equals(kind)
                || SchoolKind.ATTACHED_JUNIOR_CLASS.code().equals(kind);
    }

    private void requireOpen() {
        if (state != SchoolState.OPEN) {
            throw Problem.conflict("registry.school.notOpen", name);
        }
    }

    private void requireAfterFounding(int year) {
        if (foundedYear != null && year < foundedYear) {
            throw Problem.unprocessable("registry.school.closedBeforeFounded", "year", year, foundedYear);
        }
    }
}
