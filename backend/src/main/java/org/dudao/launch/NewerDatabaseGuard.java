package org.dudao.launch;

import io.quarkus.liquibase.LiquibaseFactory;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Collection;
import liquibase.Liquibase;
import liquibase.changelog.RanChangeSet;
import liquibase.exception.LiquibaseException;

/** Refuses a database that a newer version has migrated: an old program must not write into it. */
@ApplicationScoped
class NewerDatabaseGuard {
    @Inject
    LiquibaseFactory liquibaseFactory;

    void check(@Observes @Priority(0) StartupEvent event) {
        try (Liquibase liquibase = liquibaseFactory.createLiquibase()) {
            Collection<RanChangeSet> unknown = liquibase.listUnexpectedChangeSets(
                    liquibaseFactory.createContexts(), liquibaseFactory.createLabels());
            if (!unknown.isEmpty()) {
                RanChangeSet newest = unknown.iterator().next();
                throw new LaunchFailure(
                        "数据库来自更新的版本，未作任何改动，请使用新版本程序 / the database was written by a newer version (it holds "
                                + newest.getId() + "); nothing was changed. Start the newer build.",
                        null);
            }
        } catch (LiquibaseException e) {
            throw new LaunchFailure("数据库版本无法核对 / the database's version cannot be checked: " + e.getMessage(), e);
        }
    }
}
