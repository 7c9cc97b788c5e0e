package org.dudao.registry.internal.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dudao.kernel.audit.Audit;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.id.Ids;
import org.dudao.kernel.job.Jobs;
import org.dudao.kernel.page.Page;
import org.dudao.kernel.page.PageRequest;
import org.dudao.kernel.security.CurrentUser;
import org.dudao.kernel.sheet.SheetFile;
import org.dudao.kernel.sheet.SheetRow;
import org.dudao.kernel.text.CleanText;

/** The steps of an import: upload, mapping, check, commit, discard. Nothing reaches the register before the commit. */
@ApplicationScoped
public class ImportService {
    @Inject
    ImportStore store;

    @Inject
    ImportTargets targets;

    @Inject
    SavedMappings mappings;

    @Inject
    Jobs jobs;

    @Inject
    Audit audit;

    @Inject
    CurrentUser user;

    @Inject
    Clock clock;

    /**
     * Takes a file and recognises its columns.
     *
     * @param year school year for files without a year column, or null
     * @param mappingId a saved mapping to apply, or null
     */
    @Transactional
    public UUID upload(Path file, String fileName, ImportKind kind, Integer year, UUID mappingId) throws IOException {
        if (!user.scope().wholeRegion()) {
            throw Problem.forbidden("kernel.forbidden");
        }
        SheetFile sheet = SheetFile.open(file);
        List<SheetRow> top = new ArrayList<>();
        sheet.read(row -> {
            top.add(row);
            return top.size() < HeaderMatcher.LOOK_AT;
        });
        List<ImportTarget> known = targets.of(kind);
        HeaderMatcher.Match match = new HeaderMatcher(known).match(top);
        if (match.headers().isEmpty()) {
            throw Problem.unprocessable("kernel.sheet.empty", "file");
        }
        List<ColumnMapping> mapping = mappingId == null
                ? recognised(match)
                : mappings.require(user.scope(), mappingId, kind).columns();
        List<String> missing = missing(kind, mapping, year);
        ImportView view = new ImportView(
                Ids.newId(),
                kind,
                safeName(fileName),
                sheet.format(),
                Files.size(file),
                user.scope().regionPrefix(),
                year,
                missing.isEmpty() ? ImportState.UPLOADED : ImportState.NEEDS_MAPPING,
                match.row(),
                match.headers(),
                mapping,
                missing,
                List.of(),
                null,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                null,
                user.displayName(),
                clock.instant(),
                null,
                null,
                0);
        if (mappingId != null) {
            new ColumnPlan(mapping, match.headers());
        }
        store.insert(view, sha256(file), user.account().subject(), file);
        audit.record(
                "import.uploaded",
                "import",
                view.id(),
                view.regionCode(),
                Map.of("file", view.fileName(), "kind", kind));
        return view.id();
    }

    public ImportView get(UUID id) {
        return store.require(user.scope(), id);
    }

    public Page<ImportView> page(PageRequest page) {
        return store.page(user.scope(), page);
    }

    /** Says where each target comes from, and keeps the mapping under a name when asked to. */
    @Transactional
    public void map(UUID id, List<ColumnMapping> columns, String saveAs) {
        ImportView view = locked(id, "map", ImportState.NEEDS_MAPPING, ImportState.UPLOADED, ImportState.CHECKED);
        List<String> known =
                targets.of(view.kind()).stream().map(ImportTarget::code).toList();
        for (int i = 0; i < columns.size(); i++) {
            if (!known.contains(columns.get(i).target())) {
                throw Problem.unprocessable(
                        "registry.import.unknownTarget",
                        "columns[" + i + "].target",
                        columns.get(i).target());
            }
        }
        new ColumnPlan(columns, view.headers());
        List<String> missing = missing(view.kind(), columns, view.year());
        store.forgetRows(id);
        store.setMapping(id, columns, missing, missing.isEmpty() ? ImportState.UPLOADED : ImportState.NEEDS_MAPPING);
        if (saveAs != null && !saveAs.isBlank()) {
            mappings.save(user.scope(), view.kind(), saveAs.strip(), columns, user.displayName());
        }
    }

    /** Starts the dry run. */
    @Transactional
    public void check(UUID id) {
        ImportView view = locked(id, "check", ImportState.UPLOADED, ImportState.CHECKED);
        UUID job = jobs.submit(
                ImportCheckJob.KIND, Map.of("importId", id), user.account().subject());
        store.setState(view.id(), ImportState.CHECKING, job, null);
    }

    /**
     * Starts the commit.
     *
     * @param cleanOnly true to leave out rows with errors; false to take all, which needs that there is none
     * @param confirmed whether unusual values were looked at; without it rows that need it are left out
     * @throws Problem 409 when all rows are asked for and some have errors, or need confirmation and have none, or when
     *     there is nothing to write
     */
    @Transactional
    public void commit(UUID id, boolean cleanOnly, boolean confirmed) {
        ImportView view = locked(id, "commit", ImportState.CHECKED);
        if (!cleanOnly && view.rowsWithErrors() > 0) {
            throw Problem.conflict("registry.import.hasErrors", view.rowsWithErrors());
        }
        if (!cleanOnly && view.rowsToConfirm() > 0 && !confirmed) {
            throw Problem.conflict("registry.import.unconfirmed", view.rowsToConfirm());
        }
        // rows that change nothing may be committed: the same file twice is no mistake
        if (view.rowsClean() + (confirmed ? view.rowsToConfirm() : 0) == 0) {
            throw Problem.conflict("registry.import.nothingToCommit");
        }
        UUID job = jobs.submit(
                ImportCommitJob.KIND,
                new ImportCommitJob.Order(id, confirmed, user.displayName()),
                user.account().subject());
        store.setState(id, ImportState.COMMITTING, job, null);
        audit.record(
                "import.committing",
                "import",
                id,
                view.regionCode(),
                Map.of("cleanOnly", cleanOnly, "confirmed", confirmed));
    }

    @Transactional
    public void discard(UUID id) {
        ImportView view = locked(id, "discard", ImportState.NEEDS_MAPPING, ImportState.UPLOADED, ImportState.CHECKED);
        store.forgetRows(id);
        store.setState(id, ImportState.DISCARDED, null, null);
        audit.record("import.discarded", "import", id, view.regionCode(), Map.of("file", view.fileName()));
    }

    private ImportView locked(UUID id, String step, ImportState... allowed) {
        store.require(user.scope(), id);
        ImportView view = store.lock(id);
        if (!List.of(allowed).contains(view.state())) {
            throw Problem.conflict("registry.import.state." + step, view.state());
        }
        return view;
    }

    private static List<ColumnMapping> recognised(HeaderMatcher.Match match) {
        List<ColumnMapping> mapping = new ArrayList<>();
        match.columns()
                .forEach((target, column) ->
                        mapping.add(new ColumnMapping(target, "col_" + SheetRow.columnName(column))));
        return mapping;
    }

    private List<String> missing(ImportKind kind, List<ColumnMapping> mapping, Integer year) {
        List<String> mapped = mapping.stream().map(ColumnMapping::target).toList();
        List<String> missing = new ArrayList<>(targets.of(kind).stream()
                .filter(ImportTarget::required)
                .filter(t -> !mapped.contains(t.code()))
                .filter(t -> !(ImportTargets.YEAR.equals(t.code()) && year != null))
                .map(ImportTarget::nameZh)
                .toList());
        if (kind == ImportKind.FIGURES
                && mapped.stream().noneMatch(t -> !List.of("code", "name", "year", "stage")
                        .contains(t))) {
            missing.add(org.dudao.kernel.text.Messages.text(
                    org.dudao.kernel.text.Messages.CHINESE, "registry.import.anyFigure"));
        }
        return missing;
    }

    private static String safeName(String name) {
        String clean = name == null ? "" : CleanText.fileName(name, 200);
        return clean.isEmpty() ? "file" : clean;
    }

    private static String sha256(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(java.io.OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
