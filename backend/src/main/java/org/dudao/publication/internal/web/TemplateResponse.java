package org.dudao.publication.internal.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.dudao.kernel.text.Messages;
import org.dudao.publication.internal.Template;
import org.dudao.publication.internal.TemplateService.Templates;
import org.dudao.publication.internal.docx.Deviation;
import org.dudao.publication.internal.docx.Field;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A kind and its templates.
 *
 * @param inUse version number in use: 0 the shipped one, null that of the region above
 * @param deviations of the one in use
 */
@Schema(name = "DocumentTemplates")
public record TemplateResponse(
        String kind,
        String name,
        String nameEn,
        boolean numbered,
        Integer inUse,
        List<Version> versions,
        List<Remark> deviations,
        List<Field> fields,
        long version) {
    /** A version the office brought. */
    @Schema(name = "TemplateVersion")
    public record Version(int versionNo, String fileName, long size, String uploaderName, Instant uploadedAt) {
        static Version from(Template t) {
            return new Version(t.versionNo(), t.fileName(), t.size(), t.uploaderName(), t.uploadedAt());
        }
    }

    /**
     * A departure from GB/T 9704-2012, in the reader's language.
     *
     * @param paragraph counted from 1; 0 when it is none in particular
     * @param remedy what to do about it
     */
    @Schema(name = "TemplateRemark")
    public record Remark(Deviation.Place place, int paragraph, String excerpt, String text, String remedy) {
        static Remark from(Deviation d, Locale locale) {
            return new Remark(
                    d.place(),
                    d.paragraph(),
                    d.excerpt(),
                    Messages.text(locale, "publication.layout." + d.code(), d.params()),
                    Messages.text(locale, "publication.remedy." + d.code(), d.params()));
        }
    }

    static TemplateResponse from(Templates t, Locale locale) {
        return new TemplateResponse(
                t.kind().code(),
                t.kind().name(),
                t.kind().nameEn(),
                t.kind().numbered(),
                t.inherited()
                        ? null
                        : t.inUse() == null ? 0 : (Integer) t.inUse().versionNo(),
                t.versions().stream().map(Version::from).toList(),
                t.deviations().stream().map(d -> Remark.from(d, locale)).toList(),
                t.kind().fields(),
                t.version());
    }
}
