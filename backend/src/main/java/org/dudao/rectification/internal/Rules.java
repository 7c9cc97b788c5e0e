package org.dudao.rectification.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.dudao.indexsystem.IndexSystems;
import org.dudao.indexsystem.IndexSystems.NamedItem;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.sql.Where;
import org.jdbi.v3.core.Jdbi;

/**
 * The rules a finding can name: items of the published index systems, and what findings in the caller's scope named before.
 * A repeated finding is recognised by the code alone, so one rule must keep one code, whoever writes it down.
 */
@ApplicationScoped
public class Rules {
    private static final int MOST = 20;

    /**
     * A rule to choose.
     *
     * @param code what repeated findings are recognised by; {@code SYSTEM/item} for an item of an index system
     * @param rule the rule in words
     * @param systemZh the index system it is an item of; null when it only stands in earlier findings
     * @param used findings in the caller's scope that named it
     */
    public record KnownRule(String code, String rule, String ruleEn, String systemZh, String systemEn, long used) {}

    @Inject
    Jdbi jdbi;

    @Inject
    IndexSystems systems;

    /**
     * Rules whose code or words contain every word of a text, the most used first, at most twenty.
     *
     * @param text null or blank for those used most
     */
    @Transactional
    public List<KnownRule> find(String text, Account by) {
        List<String> words =
                text == null || text.isBlank() ? List.of() : List.of(fold(text).split(" "));
        Predicate<KnownRule> fits = r -> {
            String all = fold(r.code() + " " + r.rule() + " " + r.ruleEn());
            return words.stream().allMatch(all::contains);
        };
        return known(by).stream()
                .filter(fits)
                .sorted((a, b) -> Long.compare(b.used(), a.used()))
                .limit(MOST)
                .toList();
    }

    /**
     * The code a rule is known by: that of the code given, whatever its letter case and spaces, else that of the words when a
     * known rule says exactly the same. A code nobody used before stays as it is given.
     *
     * @return null when there is none
     */
    @Transactional
    public String canonical(String code, String rule, Account by) {
        boolean given = code != null && !code.isBlank();
        String wanted = fold(given ? code : rule);
        Optional<KnownRule> found = known(by).stream()
                .filter(r -> fold(given ? r.code() : r.rule()).equals(wanted)
                        || !given && r.ruleEn() != null && fold(r.ruleEn()).equals(wanted))
                .findFirst();
        return found.map(KnownRule::code).orElse(given ? code.strip() : null);
    }

    /** Items of index systems first: they are the same in every office. */
    private List<KnownRule> known(Account by) {
        Map<String, KnownRule> used = used(by);
        List<KnownRule> all = new ArrayList<>();
        for (NamedItem item : systems.items(by.scope())) {
            KnownRule before = used.remove(item.ruleCode());
            all.add(new KnownRule(
                    item.ruleCode(),
                    item.nameZh(),
                    item.nameEn(),
                    item.systemZh(),
                    item.systemEn(),
                    before == null ? 0 : before.used()));
        }
        all.addAll(used.values());
        return all;
    }

    /** By code, under the words it was last given. */
    private Map<String, KnownRule> used(Account by) {
        Where where = FindingStore.scope(by).and("f.rule_code is not null");
        return jdbi.withHandle(h -> h.createQuery("select f.rule_code, count(*) as used,"
                        + " (array_agg(f.rule order by f.recorded_at desc))[1] as rule" + FindingStore.FROM
                        + where.sql()
                        + " group by f.rule_code order by used desc, f.rule_code")
                .bindMap(where.bindings())
                .reduceRows(new LinkedHashMap<String, KnownRule>(), (all, row) -> {
                    String code = row.getColumn("rule_code", String.class);
                    String rule = row.getColumn("rule", String.class);
                    all.put(code, new KnownRule(code, rule, rule, null, null, row.getColumn("used", Long.class)));
                    return all;
                }));
    }

    private static String fold(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }
}
