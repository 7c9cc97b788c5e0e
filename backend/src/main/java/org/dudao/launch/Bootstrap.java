package org.dudao.launch;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.dudao.kernel.audit.Audit;
import org.dudao.kernel.id.Ids;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The first director of a new installation. While no account exists, the provider's subject named in the configuration
 * becomes director of the region named there; everybody else is added on the accounts screen. Afterwards it does nothing.
 */
@ApplicationScoped
class Bootstrap {
    private static final int[] DIGITS = {2, 4, 6};

    @ConfigProperty(name = "dudao.first.subject")
    Optional<String> subject;

    @ConfigProperty(name = "dudao.first.username")
    Optional<String> username;

    @ConfigProperty(name = "dudao.first.name")
    Optional<String> name;

    @ConfigProperty(name = "dudao.first.region")
    Optional<String> region;

    @ConfigProperty(name = "dudao.first.region-names")
    Optional<String> regionNames;

    @Inject
    Jdbi jdbi;

    @Inject
    Audit audit;

    @Transactional
    void create(@Observes @Priority(1500) StartupEvent event) {
        if (subject.isEmpty()) {
            return;
        }
        String code = region.orElseThrow(() -> missing("DUDAO_FIRST_REGION"));
        String[] names = regionNames
                .orElseThrow(() -> missing("DUDAO_FIRST_REGION_NAMES"))
                .split("[,，]");
        if (!code.matches("[0-9]{2}|[0-9]{4}|[0-9]{6}") || names.length != code.length() / 2) {
            throw new LaunchFailure(
                    "拒绝启动 / refusing to start: DUDAO_FIRST_REGION must have 2, 4 or 6 digits and DUDAO_FIRST_REGION_NAMES one name"
                            + " for each level, e.g. 530322 and 云南省,曲靖市,陆良县",
                    null);
        }
        jdbi.useHandle(h -> {
            boolean empty = h.createQuery("select not exists (select from registry.account)")
                    .mapTo(Boolean.class)
                    .one();
            if (empty) {
                createIn(h, code, names);
            }
        });
    }

    private void createIn(Handle h, String code, String[] names) {
        String parent = null;
        for (int i = 0; i < names.length; i++) {
            String own = code.substring(0, DIGITS[i]);
            h.execute(
                    "insert into registry.region (code, name, parent_code) values (?, ?, ?) on conflict do nothing",
                    own,
                    names[i].strip(),
                    parent);
            parent = own;
        }
        UUID person = Ids.newId();
        UUID account = Ids.newId();
        h.execute(
                "insert into registry.person (id, name, region_code) values (?, ?, ?)",
                person,
                name.orElse("督导室主任"),
                code);
        h.execute(
                "insert into registry.account (id, subject, username, person_id, role, region_code) values (?, ?, ?, ?, 'director', ?)",
                account,
                subject.orElseThrow(),
                username.orElse("director"),
                person,
                code);
        audit.recordAs("system", "account.created", "account", account, code, java.util.Map.of("role", "director"));
        Log.infof("The first director of %s has been created", code);
    }

    private static LaunchFailure missing(String variable) {
        return new LaunchFailure("拒绝启动 / refusing to start: " + variable + " is not set", null);
    }
}
