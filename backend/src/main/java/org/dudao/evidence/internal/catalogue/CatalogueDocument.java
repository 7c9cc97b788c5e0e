package org.dudao.evidence.internal.catalogue;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An archive catalogue (档案目录) as data.
 *
 * @param code e.g. {@code BASIC_BALANCE}
 */
@Schema(name = "ArchiveCatalogueDocument")
public record CatalogueDocument(
        String code, int version, String nameZh, String nameEn, Source source, List<Category> categories) {

    /**
     * Where it comes from.
     *
     * @param confidence 2+ sources, 1, L (local), or M (made up from the rule)
     * @param unverified what nobody has checked, in words
     */
    @Schema(name = "ArchiveSource")
    public record Source(String title, String confidence, List<String> unverified) {}

    /** @param source the rule this category follows */
    @Schema(name = "ArchiveCategory")
    public record Category(String code, String nameZh, String nameEn, String source, List<Item> items) {}

    /**
     * A material that must be there.
     *
     * @param unitZh who supplies it, in words
     * @param least fewest files with which it counts as there
     */
    @Schema(name = "ArchiveItem")
    public record Item(String code, String nameZh, String nameEn, Supplier supplier, String unitZh, int least) {}

    /** Who must supply a material. */
    @Schema(name = "ArchiveSupplier")
    public enum Supplier {
        OFFICE,
        SCHOOL,
        TOWNSHIP,
        DEPARTMENT
    }

    Item item(String code) {
        return categories.stream()
                .flatMap(c -> c.items().stream())
                .filter(i -> i.code().equals(code))
                .findFirst()
                .orElse(null);
    }
}
