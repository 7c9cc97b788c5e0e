package org.dudao.evidence.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.dudao.evidence.Evidence;
import org.dudao.kernel.id.Ids;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.security.Scope;
import org.dudao.support.DatabaseResource;
import org.dudao.support.Given;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class FileSweepResourceTest {
    @Inject
    Given given;

    @Inject
    Jdbi jdbi;

    @Inject
    FileSweep sweep;

    @Inject
    ContentStore contents;

    @Inject
    Evidence evidence;

    String county;
    Account sender;

    @BeforeEach
    void aSender() {
        county = given.aCounty();
        sender = new Account(Ids.newId(), "sender-" + county, "sender", "某人", "officer", Scope.region(county));
    }

    private UUID receivedDaysAgo(int days) {
        UUID id = Ids.newId();
        String sha = sha(id);
        jdbi.useHandle(h -> {
            h.execute(
                    "insert into evidence.content (sha256, size, media_type, kind, scan, looked_at)"
                            + " values (?, 1, 'image/jpeg', 'PHOTO', 'OFF', now())",
                    sha);
            h.execute(
                    "insert into evidence.file (id, sha256, name, uploaded_at, received_at, uploader, uploader_name,"
                            + " region_code) values (?, ?, 'a.jpg', now(), now() - make_interval(days => ?), ?, '某人', ?)",
                    id,
                    sha,
                    days,
                    sender.subject(),
                    county);
        });
        return id;
    }

    private static String sha(UUID id) {
        return (id.toString().replace("-", "")).repeat(2);
    }

    private boolean there(UUID id) {
        return jdbi.withHandle(h -> h.createQuery("select exists (select from evidence.file where id = :id)")
                .bind("id", id)
                .mapTo(boolean.class)
                .one());
    }

    @Test
    void what_never_proved_anything_goes_after_the_grace_with_its_content() {
        UUID old = receivedDaysAgo(31);
        UUID fresh = receivedDaysAgo(29);
        UUID used = receivedDaysAgo(300);
        QuarkusTransaction.requiringNew()
                .run(() -> evidence.attach(Set.of(used), "finding", Ids.newId(), "", null, sender, "evidence"));
        sweep.sweep();
        assertFalse(there(old));
        assertEquals(Set.of(), contents.needed(Set.of(sha(old))));
        assertTrue(there(fresh));
        assertTrue(there(used));
        assertEquals(Set.of(sha(used)), contents.needed(Set.of(sha(used))));
    }

    @Test
    void a_proof_being_written_while_the_sweep_runs_keeps_its_file() {
        UUID old = receivedDaysAgo(31);
        QuarkusTransaction.requiringNew().run(() -> {
            evidence.attach(Set.of(old), "finding", Ids.newId(), "", null, sender, "evidence");
            CompletableFuture.runAsync(() -> sweep.sweep()).join();
        });
        assertTrue(there(old));
    }
}
