package org.dudao.evidence.internal.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.dudao.evidence.internal.FileRow;
import org.dudao.evidence.internal.catalogue.Ask;
import org.dudao.evidence.internal.catalogue.Catalogue;
import org.dudao.evidence.internal.catalogue.CatalogueDocument;
import org.dudao.evidence.internal.catalogue.CatalogueService;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Archive catalogues as they are sent. */
final class ArchiveResponses {
    private ArchiveResponses() {}

    /** @param complete items with at least as many files as they need, of {@code items} */
    @Schema(name = "ArchiveSummary")
    public record Summary(
            UUID id,
            String template,
            String nameZh,
            String nameEn,
            String regionCode,
            String regionName,
            int year,
            int items,
            int complete,
            int openAsks,
            Instant openedAt,
            String openerName) {
        static Summary from(CatalogueService.Standing s) {
            Catalogue c = s.catalogue();
            return new Summary(
                    c.id(),
                    c.template(),
                    c.document().nameZh(),
                    c.document().nameEn(),
                    c.regionCode(),
                    s.regionName(),
                    c.year(),
                    s.items(),
                    s.complete(),
                    s.openAsks(),
                    c.openedAt(),
                    c.openerName());
        }
    }

    /** A catalogue with everything in it. */
    @Schema(name = "ArchiveDetail")
    public record Detail(Summary summary, CatalogueDocument.Source source, List<CategoryState> categories) {}

    /** A category; {@code missing} items have too few files. */
    @Schema(name = "ArchiveCategoryState")
    public record CategoryState(
            String code, String nameZh, String nameEn, String source, int missing, List<ItemState> items) {}

    /** A material with its files and who was asked. */
    @Schema(name = "ArchiveItemState")
    public record ItemState(
            String code,
            String nameZh,
            String nameEn,
            CatalogueDocument.Supplier supplier,
            String unitZh,
            int least,
            boolean complete,
            List<FileResponse> files,
            List<AskState> asks) {}

    /**
     * @param open neither done nor withdrawn
     * @param reached whether an account of the unit finds it on the desk; null once it is over
     */
    @Schema(name = "ArchiveAsk")
    public record AskState(
            UUID id,
            String unitName,
            UUID schoolId,
            String regionCode,
            String note,
            LocalDate dueOn,
            Instant askedAt,
            String askerName,
            Instant answeredAt,
            Instant endedAt,
            Ask.End ended,
            boolean open,
            boolean overdue,
            Boolean reached,
            long version) {
        static AskState from(Ask a, LocalDate today, Predicate<Ask> reaches) {
            boolean open = a.ended() == null;
            return new AskState(
                    a.id(),
                    a.unitName(),
                    a.schoolId(),
                    a.regionCode(),
                    a.note(),
                    a.dueOn(),
                    a.askedAt(),
                    a.askerName(),
                    a.answeredAt(),
                    a.endedAt(),
                    a.ended(),
                    open,
                    open
                            && a.answeredAt() == null
                            && a.dueOn() != null
                            && a.dueOn().isBefore(today),
                    open ? reaches.test(a) : null,
                    a.version());
        }
    }

    /** What a unit is asked for, with what it has sent. */
    @Schema(name = "ArchiveAsked")
    public record Asked(
            AskState ask,
            String catalogueZh,
            String catalogueEn,
            int year,
            String itemZh,
            String itemEn,
            int least,
            List<FileResponse> sent) {
        static Asked from(CatalogueService.Asked a, LocalDate today, Function<FileRow, FileResponse> file) {
            return new Asked(
                    AskState.from(a.ask(), today, ask -> true),
                    a.catalogue().document().nameZh(),
                    a.catalogue().document().nameEn(),
                    a.catalogue().year(),
                    a.item().nameZh(),
                    a.item().nameEn(),
                    a.item().least(),
                    a.sent().stream().map(file).toList());
        }
    }

    static Detail detail(
            CatalogueService.Standing s,
            Map<String, List<FileRow>> contents,
            List<Ask> asks,
            LocalDate today,
            Predicate<Ask> reaches,
            Function<FileRow, FileResponse> file) {
        List<CategoryState> categories = s.catalogue().document().categories().stream()
                .map(k -> {
                    List<ItemState> items = k.items().stream()
                            .map(i -> {
                                List<FileRow> files = contents.getOrDefault(i.code(), List.of());
                                return new ItemState(
                                        i.code(),
                                        i.nameZh(),
                                        i.nameEn(),
                                        i.supplier(),
                                        i.unitZh(),
                                        i.least(),
                                        files.size() >= i.least(),
                                        files.stream().map(file).toList(),
                                        asks.stream()
                                                .filter(a -> a.item().equals(i.code()))
                                                .map(a -> AskState.from(a, today, reaches))
                                                .toList());
                            })
                            .toList();
                    int missing =
                            (int) items.stream().filter(i -> !i.complete()).count();
                    return new CategoryState(k.code(), k.nameZh(), k.nameEn(), k.source(), missing, items);
                })
                .toList();
        return new Detail(Summary.from(s), s.catalogue().document().source(), categories);
    }
}
