package org.dudao.registry.internal.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dudao.kernel.security.Scope;
import org.dudao.kernel.text.Messages;
import org.dudao.registry.FactCatalogue;
import org.dudao.registry.internal.FigureColumns;
import org.dudao.registry.internal.FigureRules;
import org.dudao.registry.internal.SchoolColumn;
import org.dudao.registry.internal.SchoolFilter;
import org.dudao.registry.internal.SchoolQuery;
import org.dudao.registry.internal.SchoolState;

/** The workbook an office fills in: headers, for figures the schools already listed, and a sheet that explains. */
@ApplicationScoped
public class ImportTemplate {
    private static final String HEAD_FILL = "E6F0F0";

    @Inject
    FactCatalogue catalogue;

    @Inject
    SchoolQuery schools;

    /** @param year the school year of the rows; needed for figures only */
    @Transactional
    public void write(OutputStream out, ImportKind kind, Integer year, Scope scope, Locale locale) throws IOException {
        Workbook workbook = new Workbook(out, "Dudao", "1.0");
        Worksheet sheet = workbook.newWorksheet(
                Messages.text(locale, "registry.export." + (kind == ImportKind.SCHOOLS ? "schools" : "figures")));
        List<String[]> guide = new ArrayList<>();
        if (kind == ImportKind.SCHOOLS) {
            List<String> headers = new ArrayList<>();
            for (SchoolColumn column : SchoolColumn.values()) {
                headers.add(column.header(locale));
                guide.add(
                        new String[] {column.header(locale), Messages.text(locale, "registry.guide." + column.code())});
            }
            head(sheet, headers);
        } else {
            List<FigureRules.Key> keys =
                    List.copyOf(new FigureRules(catalogue.all()).keys().values());
            head(sheet, FigureColumns.headers(keys, locale));
            figures(sheet, year, scope);
            for (FigureRules.Key key : keys) {
                guide.add(new String[] {
                    FigureColumns.header(key, locale),
                    Messages.text(
                            locale,
                            "registry.guide." + key.fact().type(),
                            FigureRules.plain(key.fact().minimum()),
                            FigureRules.plain(key.fact().maximum()))
                });
            }
        }
        guide(workbook.newWorksheet(Messages.text(locale, "registry.import.guide")), guide, locale);
        workbook.finish();
    }

    private void figures(Worksheet sheet, int year, Scope scope) {
        SchoolFilter open = new SchoolFilter();
        open.state = SchoolState.OPEN;
        int[] row = {1};
        schools.forEachInOrderOfFigures(scope, open, s -> {
            sheet.value(row[0], 0, s.code());
            sheet.value(row[0], 1, s.name());
            sheet.value(row[0], 2, year);
            row[0]++;
        });
    }

    private static void head(Worksheet sheet, List<String> headers) {
        for (int c = 0; c < headers.size(); c++) {
            sheet.value(0, c, headers.get(c));
            sheet.width(c, c == 1 ? 26 : 14);
        }
        sheet.range(0, 0, 0, headers.size() - 1)
                .style()
                .bold()
                .fillColor(HEAD_FILL)
                .wrapText(true)
                .set();
        sheet.freezePane(2, 1);
    }

    private static void guide(Worksheet sheet, List<String[]> lines, Locale locale) {
        sheet.width(0, 34);
        sheet.width(1, 90);
        int row = 0;
        for (String line : Messages.text(locale, "registry.guide.intro").split("\n")) {
            sheet.value(row++, 0, line);
        }
        row++;
        for (String[] line : lines) {
            sheet.value(row, 0, line[0]);
            sheet.value(row++, 1, line[1]);
        }
    }
}
