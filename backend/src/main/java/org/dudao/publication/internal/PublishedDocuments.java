package org.dudao.publication.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dudao.publication.internal.docx.Kind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Jdbi;

/** What was made known to everybody of a school: title and number, never the file. */
@ApplicationScoped
public class PublishedDocuments {
    /** A published document. */
    @Schema(name = "PublishedResult")
    public record Result(String kindName, String kindNameEn, String number, String title, LocalDate issuedOn) {}

    @Inject
    Jdbi jdbi;

    /** Newest first; what was withdrawn since is left out. */
    @Transactional
    public List<Result> of(UUID school, int most) {
        return jdbi.withHandle(h -> h.createQuery("select kind, number, title, issued_on from publication.document"
                        + " where school_id = :school and published_on is not null and state = 'ISSUED'"
                        + " order by issued_on desc, id desc limit :most")
                .bind("school", school)
                .bind("most", most)
                .map((r, c) -> {
                    Kind kind = Kind.of(r.getString("kind"));
                    return new Result(
                            kind.name(),
                            kind.nameEn(),
                            r.getString("number"),
                            r.getString("title"),
                            r.getObject("issued_on", LocalDate.class));
                })
                .list());
    }
}
