package org.dudao.publication.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.dudao.kernel.security.CurrentUser;
import org.dudao.publication.internal.docx.Kind;
import org.dudao.rectification.EscalationFacts;
import org.dudao.rectification.EscalationRaised;
import org.dudao.rectification.EscalationTaken;
import org.dudao.rectification.InterviewCalled;
import org.dudao.rectification.NoticeApproved;
import org.dudao.rectification.NoticeFacts;
import org.dudao.rectification.NoticeServed;
import org.dudao.rectification.NoticeWithdrawn;

/** The documents of rectification: each is registered in the transaction of the event it documents. */
@ApplicationScoped
public class RectificationDocuments {
    static final String NOTICE = "RECTIFICATION_NOTICE";
    static final String SYSTEM = "system";
    /** 主送 of a notice of criticism when nothing else is said */
    private static final String EVERYBODY = "各乡镇人民政府，各学校";

    @Inject
    Registrar registrar;

    @Inject
    Register register;

    @Inject
    CurrentUser user;

    void approved(@Observes NoticeApproved event) {
        registrar.register(of(event.notice()), user.account().subject(), true);
    }

    void served(@Observes NoticeServed event) {
        register.serve(NOTICE, event.noticeId(), event.on(), event.receiverName());
    }

    void withdrawn(@Observes NoticeWithdrawn event) {
        register.withdraw(NOTICE, event.noticeId(), event.on(), event.reason());
    }

    void raised(@Observes EscalationRaised event) {
        EscalationFacts step = event.step();
        String title = Kind.find(step.step()).map(k -> "整改" + k.name()).orElse(null);
        if (title != null) {
            registrar.register(
                    of(
                            step,
                            step.step(),
                            step.id(),
                            event.on(),
                            title,
                            step.unitName(),
                            "",
                            true,
                            fields(step, event.on())),
                    SYSTEM,
                    true);
        }
    }

    void called(@Observes InterviewCalled event) {
        EscalationFacts step = event.step();
        Map<String, Object> fields = fields(step, event.on());
        Fields.add(fields, event.details(), event.callerName());
        registrar.register(
                of(
                        step,
                        "INTERVIEW_NOTICE",
                        event.id(),
                        event.on(),
                        "关于对" + step.unitName() + "进行约谈的通知",
                        step.unitName(),
                        event.callerName(),
                        true,
                        fields),
                user.account().subject(),
                true);
    }

    void taken(@Observes EscalationTaken event) {
        EscalationFacts step = event.step();
        Map<String, Object> fields = fields(step, event.on());
        Fields.add(fields, event.details(), event.takerName());
        String to = event.details().recipients();
        NewDocument document =
                switch (step.step()) {
                    case "INTERVIEW" -> {
                        fields.put("谈话内容", event.record());
                        yield of(step, event, "INTERVIEW_RECORD", "约谈记录", step.unitName(), true, fields);
                    }
                    case "CRITICISM" -> {
                        fields.put("通报内容", event.record());
                        yield of(
                                step,
                                event,
                                "CRITICISM",
                                "关于" + step.unitName() + "逾期未整改问题的通报",
                                to == null || to.isBlank() ? EVERYBODY : to.strip(),
                                true,
                                fields);
                    }
                    case "ACCOUNTABILITY" -> {
                        fields.put("问责建议", event.record());
                        yield of(
                                step,
                                event,
                                "ACCOUNTABILITY",
                                "关于对" + step.unitName() + "逾期未整改问题的问责建议书",
                                to,
                                false,
                                fields);
                    }
                    // a step the office added to its ladder has no document of its own
                    default -> null;
                };
        if (document != null) {
            registrar.register(document, user.account().subject(), true);
        }
    }

    /** The document of a notice, also of one approved before there was a register. */
    static NewDocument of(NoticeFacts n) {
        return of(n, n.issuedOn());
    }

    static NewDocument of(NoticeFacts n, LocalDate on) {
        return new NewDocument(
                Kind.of(NOTICE),
                n.regionCode(),
                n.schoolId(),
                n.unitName(),
                new NewDocument.Number(n.year(), n.no(), n.number()),
                n.title(),
                n.unitName(),
                n.approverName(),
                n.issuedOn() == null ? on : n.issuedOn(),
                n.id(),
                null,
                true,
                Fields.of(n));
    }

    private Map<String, Object> fields(EscalationFacts step, LocalDate on) {
        return Fields.of(
                step,
                on,
                register.numbers(
                        step.earlier().stream().map(EscalationFacts.Earlier::id).toList()));
    }

    private static NewDocument of(
            EscalationFacts step,
            EscalationTaken event,
            String kind,
            String title,
            String recipients,
            boolean forUnit,
            Map<String, Object> fields) {
        return of(step, kind, step.id(), event.on(), title, recipients, event.takerName(), forUnit, fields);
    }

    private static NewDocument of(
            EscalationFacts step,
            String kind,
            UUID subject,
            LocalDate on,
            String title,
            String recipients,
            String approver,
            boolean forUnit,
            Map<String, Object> fields) {
        return new NewDocument(
                Kind.of(kind),
                step.regionCode(),
                step.schoolId(),
                step.unitName(),
                null,
                title,
                recipients,
                approver,
                on,
                subject,
                step.findingId(),
                forUnit,
                fields);
    }
}
