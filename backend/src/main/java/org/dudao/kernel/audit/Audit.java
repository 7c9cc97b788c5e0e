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
import java.util.Map;
import org.dudao.kernel.id.Ids;

/** The audit trail: who changed what, when. Written in the transaction of the change itself; never updated. */
@ApplicationScoped
public class Audit {
    @Inject
    AgroalDataSource dataSource;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    @Inject
    Instance<SecurityIdentity> identity;

    /**
     * Records one change by the caller of the request under way.
     *
     * @param action verb in the past tense, e.g. {@code school.renamed}
     * @param subjectType kind of thing, e.g. {@code school}
     * @param subjectId its id
     * @param regionCode region it belongs to, or null
     * @param detail what changed; must hold no secret
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(String action, String subjectType, Object subjectId, String regionCode, Map<String, ?> detail) {
        recordAs(actor(), action, subjectType, subjectId, regionCode, detail);
    }

    /** As {@link #record}, for work done later on behalf of someone, e.g. by a job. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void recordAs(
            String actor,
            String action,
            String subjectType,
            Object subjectId,
            String regionCode,
            Map<String, ?> detail) {
        String sql = "insert into kernel.audit (id, at, actor, action, subject_type, subject_id, region_code, detail)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?::jsonb)";
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, Ids.newId());
            statement.setTimestamp(2, Timestamp.from(clock.instant()));
            statement.setString(3, actor);
            statement.setString(4, action);
            statement.setString(5, subjectType);
            statement.setString(6, String.valueOf(subjectId));
            statement.setString(7, regionCode);
            statement.setString(8, json.writeValueAsString(detail));
            statement.executeUpdate();
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("audit record not written", e);
        }
    }

    private String actor() {
        SecurityIdentity caller = identity.get();
        return caller.isAnonymous() ? "system" : caller.getPrincipal().getName();
    }
}
