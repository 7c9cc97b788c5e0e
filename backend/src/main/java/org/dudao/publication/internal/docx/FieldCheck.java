package org.dudao.publication.internal.docx;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Checks what a template wants filled in: required fields there, no unknown ones, lists opened and closed. All are errors. */
final class FieldCheck {
    private static final Pattern TAG = Pattern.compile("\\{\\{([^{}]*)}}");
    private static final Pattern COLUMN = Pattern.compile("\\[([^\\[\\]]*)]");

    private final Kind kind;
    private final List<Deviation> found = new ArrayList<>();
    private final Set<String> used = new HashSet<>();
    private Field open;

    private FieldCheck(Kind kind) {
        this.kind = kind;
    }

    static List<Deviation> of(WordFile file, Kind kind) throws WordFile.Refused {
        FieldCheck check = new FieldCheck(kind);
        check.part(file.document());
        for (int i = 1; i <= 9; i++) {
            for (String margin : List.of("header", "footer")) {
                Optional<Document> part = file.part("word/" + margin + i + ".xml");
                if (part.isPresent()) {
                    check.part(part.get());
                }
            }
        }
        kind.fields().stream()
                .filter(f -> f.required() && !check.used.contains(f.name()))
                .forEach(f -> check.found.add(
                        Deviation.field("fieldMissing", (f.list() ? "?" : f.picture() ? "@" : "") + f.name())));
        return check.found;
    }

    private void part(Document part) {
        for (Element p : Words.elements(part, "p")) {
            String text = Words.text(p);
            Matcher tag = TAG.matcher(text);
            while (tag.find()) {
                tag(tag.group(1));
            }
            if (TAG.matcher(text).replaceAll("").contains("{{")) {
                found.add(Deviation.field("tagBroken", text));
            }
        }
        Words.elements(part, "tbl").forEach(this::table);
        if (open != null) {
            found.add(Deviation.field("listOpen", open.name()));
            open = null;
        }
    }

    private void tag(String written) {
        String name = written.strip();
        if (name.startsWith("?")) {
            open(name.substring(1));
        } else if (name.startsWith("/")) {
            close(name.substring(1));
        } else if (open != null
                && open.columns().stream().anyMatch(c -> c.name().equals(name))) {
            used.add(open.name());
        } else if (open != null) {
            found.add(Deviation.field("columnUnknown", name, open.name(), columns(open)));
        } else {
            plain(name);
        }
    }

    private void plain(String written) {
        boolean picture = written.startsWith("@");
        String name = picture ? written.substring(1) : written;
        Optional<Field> field = kind.field(name);
        Optional<Field> table = ofTable(name);
        if (table.isPresent()) {
            used.add(table.get().name());
        } else if (field.isEmpty() || picture && !field.get().picture()) {
            found.add(Deviation.field("fieldUnknown", written, kind.name()));
        } else if (field.get().picture() && !picture) {
            found.add(Deviation.field("pictureAsText", name));
        } else if (field.get().list()) {
            found.add(Deviation.field("listAsText", name));
        } else {
            used.add(name);
        }
    }

    private void open(String name) {
        Optional<Field> list = kind.field(name).filter(Field::list);
        if (list.isEmpty() || open != null) {
            found.add(Deviation.field(list.isEmpty() ? "listUnknown" : "listInList", name));
        } else {
            open = list.get();
            used.add(name);
        }
    }

    private void close(String name) {
        if (open == null || !open.name().equals(name)) {
            found.add(Deviation.field("listNotOpen", name));
        }
        open = null;
    }

    private Optional<Field> ofTable(String name) {
        return kind.fields().stream()
                .filter(f -> f.list() && f.table().equals(name))
                .findFirst();
    }

    /** The row under a table tag holds the columns of its list in brackets. */
    private void table(Element tbl) {
        Field list = null;
        for (Element row : Words.children(tbl)) {
            if (!row.getLocalName().equals("tr")) {
                continue;
            }
            String text = Words.text(row);
            if (list != null) {
                Matcher column = COLUMN.matcher(text);
                boolean any = false;
                while (column.find()) {
                    any = true;
                    String name = column.group(1);
                    if (list.columns().stream().noneMatch(c -> c.name().equals(name))) {
                        found.add(Deviation.field("columnUnknown", name, list.name(), columns(list)));
                    }
                }
                if (!any) {
                    found.add(Deviation.field("tableRow", list.table(), columns(list)));
                }
            }
            list = null;
            Matcher tag = TAG.matcher(text);
            while (tag.find()) {
                list = ofTable(tag.group(1).strip()).orElse(list);
            }
        }
        if (list != null) {
            found.add(Deviation.field("tableRow", list.table(), columns(list)));
        }
    }

    private static String columns(Field list) {
        return String.join("、", list.columns().stream().map(Field.Column::name).toList());
    }
}
