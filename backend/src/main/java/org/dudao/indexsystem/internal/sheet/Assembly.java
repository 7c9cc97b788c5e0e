package org.dudao.indexsystem.internal.sheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dudao.indexsystem.IndexItem;
import org.dudao.indexsystem.IndexItem.Kind;
import org.dudao.indexsystem.IndexNode;
import org.dudao.indexsystem.IndexNode.Combine;
import org.dudao.indexsystem.internal.Shape;
import org.dudao.indexsystem.internal.sheet.Reading.Line;

/**
 * Puts lines together to a tree. Several lines under one path are items of that indicator, named by what is to be looked
 * at; a single line is an item itself.
 */
final class Assembly {
    private static final int NAME_FROM_GUIDE = 60;

    private final Map<String, IndexNode> baseItems = new HashMap<>();
    private final Map<List<String>, IndexNode> baseGroups = new HashMap<>();
    private final Set<String> codes = new HashSet<>();

    Assembly(List<IndexNode> base) {
        Shape.walk(base, List.of(), (above, node) -> {
            if (node.leaf()) {
                baseItems.put(node.code(), node);
            } else {
                List<String> path = new ArrayList<>();
                above.forEach(n -> path.add(n.nameZh()));
                path.add(node.nameZh());
                baseGroups.putIfAbsent(path, node);
            }
        });
    }

    /** A place in the tree being built. */
    private static final class Draft {
        final String name;
        final List<String> path;
        final Map<String, Draft> children = new LinkedHashMap<>();
        Line line;

        Draft(String name, List<String> path) {
            this.name = name;
            this.path = path;
        }
    }

    List<IndexNode> tree(List<Line> lines) {
        Draft root = new Draft("", List.of());
        Reading.byPath(lines).forEach((path, group) -> {
            Draft at = root;
            for (int i = 0; i < path.size(); i++) {
                List<String> own = path.subList(0, i + 1);
                at = at.children.computeIfAbsent(path.get(i), n -> new Draft(n, own));
            }
            if (group.size() == 1) {
                at.line = group.get(0);
            } else {
                for (Line line : group) {
                    String name = name(line, at);
                    Draft item = new Draft(name, path);
                    item.line = line;
                    at.children.put(name, item);
                }
            }
        });
        lines.stream().map(Line::code).filter(c -> !c.isEmpty()).forEach(codes::add);
        List<IndexNode> nodes = new ArrayList<>();
        int position = 0;
        for (Draft child : root.children.values()) {
            nodes.add(node(child, "" + ++position));
        }
        return nodes;
    }

    private static String name(Line line, Draft under) {
        String guide = line.guide().isEmpty() ? under.name : line.guide();
        String name = guide.length() > NAME_FROM_GUIDE ? guide.substring(0, NAME_FROM_GUIDE) + "…" : guide;
        return under.children.containsKey(name) ? name + " (" + line.row() + ")" : name;
    }

    private IndexNode node(Draft draft, String position) {
        if (draft.children.isEmpty()) {
            return item(draft, position);
        }
        IndexNode base = baseGroups.get(draft.path);
        List<IndexNode> children = new ArrayList<>();
        int n = 0;
        if (draft.line != null) {
            Draft own = new Draft(draft.name, draft.path);
            own.line = draft.line;
            children.add(item(own, position + "." + ++n));
        }
        for (Draft child : draft.children.values()) {
            children.add(node(child, position + "." + ++n));
        }
        Combine combine = base != null
                ? base.combine()
                : children.stream().anyMatch(c -> c.points() != null) ? Combine.SUM : Combine.NONE;
        return new IndexNode(
                base != null && codes.add(base.code()) ? base.code() : fresh(position),
                draft.name,
                base == null ? draft.name : base.nameEn(),
                combine == Combine.SUM ? sum(children) : base == null ? null : base.points(),
                base == null ? null : base.weight(),
                combine,
                false,
                children,
                null);
    }

    private IndexNode item(Draft draft, String position) {
        Line line = draft.line;
        IndexNode base = baseItems.get(line.code());
        String code = line.code().isEmpty() ? fresh(position) : line.code();
        boolean sameName = base != null && base.nameZh().equals(draft.name);
        Kind kind =
                line.kind() != null ? line.kind() : base != null ? base.item().kind() : guess(line);
        IndexItem was = base != null && base.item().kind() == kind ? base.item() : null;
        return new IndexNode(
                code,
                draft.name,
                sameName ? base.nameEn() : draft.name,
                line.points(),
                base == null ? null : base.weight(),
                null,
                base != null && base.bonus(),
                List.of(),
                was == null ? plain(kind, line) : kept(was, line));
    }

    /** 扣 in the method says that marks are taken off; points alone are given by a person. */
    private static Kind guess(Line line) {
        if (line.points() == null) {
            return Kind.YES_NO;
        }
        return line.method().contains("扣") ? Kind.DEDUCTIONS : Kind.POINTS;
    }

    private String fresh(String position) {
        String code = position;
        for (int n = 2; !codes.add(code); n++) {
            code = position + "-" + n;
        }
        return code;
    }

    private static IndexItem plain(Kind kind, Line line) {
        boolean marks = kind == Kind.DEDUCTIONS || kind == Kind.ADDITIONS;
        return new IndexItem(
                kind,
                blankToNull(line.guide()),
                null,
                blankToNull(line.method()),
                null,
                null,
                null,
                false,
                List.of(),
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                marks,
                null,
                null,
                null,
                null);
    }

    private static IndexItem kept(IndexItem was, Line line) {
        String guide = blankToNull(line.guide());
        String method = blankToNull(line.method());
        return new IndexItem(
                was.kind(),
                guide,
                java.util.Objects.equals(guide, was.guideZh()) ? was.guideEn() : null,
                method,
                java.util.Objects.equals(method, was.methodZh()) ? was.methodEn() : null,
                was.unitZh(),
                was.unitEn(),
                was.required(),
                was.options(),
                was.rule(),
                was.standard(),
                was.direction(),
                was.floor(),
                was.bands(),
                was.marks(),
                was.freeMarks(),
                was.formula(),
                was.count(),
                was.photos(),
                was.veto());
    }

    private static BigDecimal sum(List<IndexNode> children) {
        return children.stream()
                .filter(c -> !c.bonus() && c.points() != null)
                .map(IndexNode::points)
                .reduce(BigDecimal::add)
                .orElse(null);
    }

    private static String blankToNull(String text) {
        return text.isBlank() ? null : text;
    }
}
