package org.dudao.kernel.job;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.TestTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.dudao.support.DatabaseResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class JobOrderResourceTest {
    private static final Set<String> BEHIND = Set.of("test.slow", "test.slower");

    @Inject
    JobStore store;

    @Test
    @TestTransaction
    void what_somebody_waits_for_comes_before_older_work_nobody_looks_at() {
        UUID slow = store.insert("test.slow", Map.of(), "test");
        UUID first = store.insert("test.import", Map.of(), "test");
        UUID second = store.insert("test.import", Map.of(), "test");
        assertEquals(Optional.of(first), store.next(BEHIND));
        store.finish(first, JobState.SUCCEEDED, null, null);
        assertEquals(Optional.of(second), store.next(BEHIND));
        store.finish(second, JobState.SUCCEEDED, null, null);
        assertEquals(Optional.of(slow), store.next(BEHIND));
    }
}
