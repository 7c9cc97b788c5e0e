package org.dudao.registry.internal.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Writes checked rows and problems with COPY, inside the transaction under way. */
@ApplicationScoped
class CheckedRows {
    @Inject
    Jdbi jdbi;

    void write(UUID importId, List<StagedRow> rows, List<RowProblem> problems) {
        try {
            jdbi.<SQLException>useHandle(h -> {
                PGConnection connection = h.getConnection().unwrap(PGConnection.class);
                if (!rows.isEmpty()) {
                    StringBuilder text = new StringBuilder(rows.size() * 600);
                    for (StagedRow r : rows) {
                        line(
                                text,
                                importId,
                                r.row(),
                                r.schoolId(),
                                r.code(),
                                r.year(),
                                r.pass(),
                                r.needsConfirmation() ? "CONFIRMATION" : "NOTHING",
                                r.create() ? "CREATE" : "UPDATE",
                                r.payload());
                    }
                    copy(
                            connection,
                            "import_row (import_id, row_no, school_id, code, year, pass, needs, action, payload)",
                            text);
                }
                if (!problems.isEmpty()) {
                    StringBuilder text = new StringBuilder(problems.size() * 200);
                    for (RowProblem p : problems) {
                        line(
                                text,
                                importId,
                                p.row(),
                                p.column(),
                                p.header(),
                                p.rule(),
                                p.severity(),
                                p.found(),
                                p.expected(),
                                array(p.params()));
                    }
                    copy(
                            connection,
                            "import_problem (import_id, row_no, column_no, header, rule, severity, found, expected, params)",
                            text);
                }
            });
        } catch (SQLException e) {
            throw new IllegalStateException("checked rows not written", e);
        }
    }

    private static void copy(PGConnection connection, String table, StringBuilder text) throws SQLException {
        CopyIn copy = connection.getCopyAPI().copyIn("copy registry." + table + " from stdin");
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        copy.endCopy();
    }

    private static void line(StringBuilder text, Object... values) {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                text.append('\t');
            }
            if (values[i] == null) {
                text.append("\\N");
            } else {
                escape(text, values[i].toString());
            }
        }
        text.append('\n');
    }

    private static void escape(StringBuilder text, String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case 0 -> text.append(' ');
                default -> text.append(c);
            }
        }
    }

    private static String array(List<String> values) {
        StringBuilder text = new StringBuilder("{");
        for (String value : values) {
            text.append(text.length() > 1 ? "," : "")
                    .append('"')
                    .append(value.replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
        }
        return text.append('}').toString();
    }
}
