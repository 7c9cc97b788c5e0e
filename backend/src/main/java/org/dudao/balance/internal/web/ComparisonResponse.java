package org.dudao.balance.internal.web;

import java.util.ArrayList;
import java.util.List;
import org.dudao.balance.internal.Effect;
import org.dudao.balance.internal.RunService;

/**
 * Two runs side by side.
 *
 * @param stages what moved from a to b
 * @param membership schools counted in only one of them
 */
public record ComparisonResponse(RunResponse a, RunResponse b, List<Effect> stages, List<Members> membership) {

    /** Schools of one stage counted in only one of the runs. */
    public record Members(org.dudao.registry.Stage stage, List<Member> onlyA, List<Member> onlyB) {}

    public record Member(String id, String code, String name) {}

    static ComparisonResponse from(RunService.Comparison c) {
        List<Members> members = new ArrayList<>();
        c.membership()
                .forEach(m -> members.add(new Members(
                        m.stage(),
                        m.onlyA().stream()
                                .map(s -> new Member(s.id(), s.code(), s.name()))
                                .toList(),
                        m.onlyB().stream()
                                .map(s -> new Member(s.id(), s.code(), s.name()))
                                .toList())));
        return new ComparisonResponse(RunResponse.from(c.a()), RunResponse.from(c.b()), c.effects(), members);
    }
}
