package org.dudao.balance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.dudao.balance.internal.Run;
import org.dudao.balance.internal.RunService;
import org.dudao.kernel.security.Scope;
import org.dudao.registry.Stage;

/** What other modules may ask about balanced development. */
@ApplicationScoped
public class Balance {
    @Inject
    RunService runs;

    /**
     * Where a county stood in its newest run.
     *
     * @param verdictPrimary PASS, FAIL or WITHHELD
     * @param verdictJunior as above
     */
    public record Standing(UUID runId, int year, String frameworkCode, String verdictPrimary, String verdictJunior) {}

    /** The newest run of a county in a school year under a framework code, inside the caller's scope. */
    public Optional<Standing> newest(String countyCode, int year, String frameworkCode, Scope scope) {
        return runs.list(countyCode, year, null, frameworkCode, scope).stream()
                .findFirst()
                .map(Balance::standing);
    }

    private static Standing standing(Run run) {
        return new Standing(
                run.id(),
                run.year(),
                run.document().code(),
                run.stage(Stage.PRIMARY).verdict().name(),
                run.stage(Stage.JUNIOR).verdict().name());
    }
}
