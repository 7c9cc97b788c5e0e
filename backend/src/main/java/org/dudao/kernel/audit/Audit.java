package org.dudao.kernel.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dudao.kernel.id.Ids;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.security.AccountDirectory;
import org.dudao.kernel.security.CurrentUser;

/**
 * The audit trail: who did what, when, from where. Written in the transaction of the change itself; never updated. Each
 * record is linked into the day's chain soon after by {@link AuditChain}.
 */
@ApplicationScoped
public class Audit {
    /** A value as it was and as it is, for the detail of a record; either may be null. */
    public record Change(Object before, Object after) {}

    /** Adds a change under a name, unless the value stayed the same. */
    public static void putChange(Map<String, Object> detail, String name, Object before, Object after) {
        if (!Objects.equals(before, after)) {
            detail.put(name, new Change(before, after));
        }
    }

    /** A detail whose pairs (lists of two: as it was, as it is) are changes. */
    public static Map<String, Object> changes(Map<String, ?> detail) {
        Map<String, Object> changes = new LinkedHashMap<>();
        detail.forEach((name, value) -> changes.put(
                name,
                value instanceof List<?> pair && pair.size() == 2 ? new Change(pair.get(0), pair.get(1)) : value));
        return changes;
    }

    /**
     * One of several acts recorded together.
     *
     * @param title what the thing is called; null asks its module
     */
    public record Act(
            String action,
            String subjectType,
            Object subjectId,
            String title,
            String regionCode,
            Map<String, ?> detail) {}

    private static final String SYSTEM = "system";
    private static final String INSERT = "with r as (insert into kernel.audit (id, at, actor, action, subject_type,"
            + " subject_id, region_code, detail, actor_name, actor_role, actor_region, source, subject_title)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?) returning id)"
            + " insert into kernel.audit_pending (audit_id) select id from r";

    @Inject
    AgroalDataSource dataSource;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    @Inject
    Instance<SecurityIdentity> identity;

    @Inject
    CallerAddress address;

    @Inject
    AccountDirectory accounts;

    @Inject
    Titles titles;

    @Inject
    DownloadMark download;

    /**
     * Records one act by the caller of the request under way.
     *
     * @param action verb in the past tense, e.g. {@code school.renamed}
     * @param subjectType kind of thing, e.g. {@code school}
     * @param subjectId its id; what it is called now is kept with it
     * @param regionCode region it belongs to, or null
     * @param detail what changed, a {@link Change} for each value that was another before; must hold no secret
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(String action, String subjectType, Object subjectId, String regionCode, Map<String, ?> detail) {
        record(action, subjectType, subjectId, null, regionCode, detail);
    }

    /**
     * As above, for a thing no module can name.
     *
     * @param title what it is called; null asks its module
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(
            String action,
            String subjectType,
            Object subjectId,
            String title,
            String regionCode,
            Map<String, ?> detail) {
        recordAll(List.of(new Act(action, subjectType, subjectId, title, regionCode, detail)));
    }

    /** Records several acts by the caller of the request under way, in their order and in one turn with the database. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void recordAll(List<Act> acts) {
        SecurityIdentity caller = identity.get();
        Account account = caller.isAnonymous() ? null : CurrentUser.accountOf(caller);
        String actor = caller.isAnonymous() ? SYSTEM : caller.getPrincipal().getName();
        write(actor, account, acts);
        if (acts.stream().anyMatch(act -> DownloadMark.of(act.action()))) {
            download.write();
        }
    }

    /**
     * As {@link #record}, for work done later on behalf of someone, e.g. by a job.
     *
     * @param actor the subject of an account, or {@code system}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void recordAs(
            String actor,
            String action,
            String subjectType,
            Object subjectId,
            String regionCode,
            Map<String, ?> detail) {
        Account account = accounts.find(actor).orElse(null);
        String name = account == null ? actor : account.username();
        write(name, account, List.of(new Act(action, subjectType, subjectId, null, regionCode, detail)));
    }

    private void write(String actor, Account account, List<Act> acts) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(INSERT)) {
            for (Act act : acts) {
                String id = String.valueOf(act.subjectId());
                statement.setObject(1, Ids.newId());
                statement.setTimestamp(2, Timestamp.from(clock.instant()));
                statement.setString(3, actor);
                statement.setString(4, act.action());
                statement.setString(5, act.subjectType());
                statement.setString(6, id);
                statement.setString(7, act.regionCode());
                statement.setString(8, json.writeValueAsString(act.detail()));
                statement.setString(9, account == null ? null : account.displayName());
                statement.setString(10, account == null ? null : account.role());
                statement.setString(11, account == null ? null : account.scope().regionPrefix());
                statement.setString(12, address.get());
                statement.setString(
                        13, act.title() == null ? titles.toKeep(act.subjectType(), id, act.detail()) : act.title());
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("audit record not written", e);
        }
    }
}
