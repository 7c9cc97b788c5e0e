package org.dudao.publication.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dudao.kernel.audit.Audit;
import org.dudao.kernel.id.Ids;
import org.dudao.kernel.job.Jobs;
import org.dudao.kernel.numbering.Numbers;
import org.dudao.publication.internal.NewDocument.Number;
import org.dudao.publication.internal.docx.Numerals;
import org.dudao.publication.internal.render.Undrawable;

/** Enters documents into the register: number, snapshot of the fields, template in use; the file follows by a job. */
@ApplicationScoped
public class Registrar {
    private static final int COUNTY_DIGITS = 6;

    @Inject
    Register register;

    @Inject
    TemplateStore templates;

    @Inject
    Offices offices;

    @Inject
    Numbers numbers;

    @Inject
    Undrawable undrawable;

    @Inject
    Jobs jobs;

    @Inject
    Audit audit;

    /**
     * Registers a document in the transaction of what it documents; the same subject twice is one document.
     *
     * @param actor subject the job runs for
     * @return its id; empty when it was registered before
     * @throws org.dudao.kernel.error.Problem 422 before a number is taken when a person's document could not be printed; what the
     *     ladder does by itself goes on, and its file says why it could not be made
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<UUID> register(NewDocument d, String actor, boolean withFile) {
        if (register.exists(d.kind().code(), d.subjectId())) {
            return Optional.empty();
        }
        if (withFile && !actor.equals(RectificationDocuments.SYSTEM)) {
            undrawable.require(fields(d, county(d.regionCode()), d.number()));
        }
        UUID id = Ids.newId();
        String county = county(d.regionCode());
        Number number = d.number() != null || !d.kind().numbered() ? d.number() : next(d, county);
        register.insert(
                id,
                d,
                county,
                number,
                fields(d, county, number),
                templates.inUse(d.kind().code(), county),
                withFile);
        audit.record(
                "document.registered",
                "document",
                id,
                d.regionCode(),
                Map.of("kind", d.kind().code(), "number", number == null ? "" : number.text(), "unit", d.unitName()));
        if (withFile) {
            jobs.submit(RenderJob.KIND, new RenderJob.Payload(id), actor);
        }
        return Optional.of(id);
    }

    static String county(String region) {
        return region.substring(0, Math.min(COUNTY_DIGITS, region.length()));
    }

    /** The next of its kind, county and year; taken in this transaction, so none is lost and none given twice. */
    private Number next(NewDocument d, String county) {
        int year = d.issuedOn().getYear();
        int no = numbers.next("publication." + d.kind().code() + "/" + county + "/" + year);
        return new Number(year, no, d.kind().numberWord() + "〔" + year + "〕" + no + "号");
    }

    /** Everything its template may ask for. */
    Map<String, Object> fields(NewDocument d, String county, Number number) {
        Map<String, Object> fields = new HashMap<>(d.fields());
        fields.put("发文机关", offices.of(county).name());
        fields.put("标题", d.title());
        fields.put("主送", d.recipients());
        fields.put("单位", d.unitName());
        fields.put("成文日期", Numerals.day(d.issuedOn()));
        if (number != null) {
            fields.put("文号", number.text());
        }
        return fields;
    }
}
