package org.dudao.kernel.job;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.text.StoredMessage;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Long work that can be left and come back to. A job is a row; any node takes it with {@code FOR UPDATE SKIP LOCKED}.
 * A job whose process died is ended as INTERRUPTED: work that must be all or nothing does its writes in one
 * transaction, so nothing of an interrupted job remains.
 */
@ApplicationScoped
public class Jobs {
    private static final Duration SILENCE = Duration.ofSeconds(60);

    @Inject
    JobStore store;

    @Inject
    @Any
    Instance<JobHandler> handlers;

    @Inject
    TransactionSynchronizationRegistry transactions;

    @Inject
    Clock clock;

    @ConfigProperty(name = "dudao.node")
    String node;

    @ConfigProperty(name = "dudao.jobs.workers", defaultValue = "2")
    int workers;

    private final Map<UUID, Progress> running = new ConcurrentHashMap<>();
    private final AtomicBoolean open = new AtomicBoolean();
    private ExecutorService executor;
    private Set<String> behind;

    /** Queues work; it starts as soon as the caller's transaction has committed. */
    @Transactional
    public UUID submit(String kind, Object payload, String actor) {
        handler(kind);
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // only the outcome matters
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED && open.get()) {
                    executor.execute(Jobs.this::takeAll);
                }
            }
        });
        return store.insert(kind, payload, actor);
    }

    @Transactional
    public Optional<Job> find(UUID id) {
        return store.find(id).map(this::described);
    }

    /** The newest jobs a person asked for. */
    @Transactional
    public List<Job> recentOf(String actor, int limit) {
        return store.recentOf(actor, limit).stream().map(this::described).toList();
    }

    /** A kind nobody handles any more still has its row. */
    private Job described(JobStore.Taken taken) {
        return taken.job()
                .about(known(taken.job().kind())
                        .map(h -> h.describe(taken.payload()))
                        .orElse(JobHandler.Subject.UNKNOWN));
    }

    void start(@Observes @Priority(1000) StartupEvent event) {
        behind = handlers.stream()
                .filter(JobHandler::behind)
                .map(JobHandler::kind)
                .collect(Collectors.toSet());
        executor = Executors.newFixedThreadPool(workers + 1, r -> {
            Thread thread = new Thread(r, "dudao-job");
            thread.setDaemon(true);
            return thread;
        });
        interruptAbandoned(true);
        open.set(true);
    }

    void stop(@Observes ShutdownEvent event) {
        open.set(false);
        executor.shutdownNow();
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void poll() {
        takeAll();
    }

    private synchronized void takeAll() {
        while (open.get() && running.size() < workers) {
            Optional<JobStore.Taken> taken = store.take(node, behind);
            if (taken.isEmpty()) {
                return;
            }
            Progress progress = new Progress(taken.get());
            running.put(progress.id(), progress);
            executor.execute(() -> work(progress));
        }
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void heartbeat() {
        running.values().forEach(Progress::write);
        if (open.get()) {
            interruptAbandoned(false);
        }
    }

    private void work(Progress progress) {
        JobHandler handler = handler(progress.taken.job().kind());
        try {
            Object result = handler.run(progress);
            if (!progress.succeeded) {
                progress.write();
                QuarkusTransaction.requiringNew()
                        .run(() -> store.finish(progress.id(), JobState.SUCCEEDED, null, result));
            }
        } catch (Problem p) {
            end(handler, progress.taken, JobState.FAILED, StoredMessage.of(p.code(), p.params()));
        } catch (Exception | OutOfMemoryError e) {
            if (!open.get()) {
                return;
            }
            Log.errorf(
                    e, "Job %s (%s) failed", progress.id(), progress.taken.job().kind());
            end(
                    handler,
                    progress.taken,
                    JobState.FAILED,
                    StoredMessage.of("kernel.job.failed", List.of("" + progress.id())));
        } finally {
            running.remove(progress.id());
        }
    }

    private void interruptAbandoned(boolean starting) {
        QuarkusTransaction.requiringNew().run(() -> {
            for (JobStore.Taken taken :
                    store.abandoned(node, starting, clock.instant().minus(SILENCE))) {
                if (!running.containsKey(taken.job().id())) {
                    end(
                            handler(taken.job().kind()),
                            taken,
                            JobState.INTERRUPTED,
                            StoredMessage.of("kernel.job.interrupted", List.of()));
                }
            }
        });
    }

    private void end(JobHandler handler, JobStore.Taken taken, JobState state, String message) {
        QuarkusTransaction.joiningExisting().run(() -> {
            store.finish(taken.job().id(), state, message, null);
            handler.ended(taken.payload(), state, message);
        });
    }

    private JobHandler handler(String kind) {
        return known(kind).orElseThrow(() -> new IllegalArgumentException("no handler for job kind " + kind));
    }

    private Optional<JobHandler> known(String kind) {
        return handlers.stream()
                .filter(h -> h.kind().equals(kind))
                .map(JobHandler.class::cast)
                .findFirst();
    }

    /** A job under way on this node. */
    private final class Progress implements JobContext {
        private static final long WRITE_EVERY_NANOS = 250_000_000;
        private final JobStore.Taken taken;
        private final AtomicLong lastWrite = new AtomicLong(System.nanoTime());
        private volatile long done;
        private volatile long total;
        private volatile boolean succeeded;

        Progress(JobStore.Taken taken) {
            this.taken = taken;
        }

        @Override
        public UUID id() {
            return taken.job().id();
        }

        @Override
        public com.fasterxml.jackson.databind.JsonNode payload() {
            return taken.payload();
        }

        @Override
        public String actor() {
            return taken.job().actor();
        }

        @Override
        public void succeed(Object result) {
            write();
            store.finish(id(), JobState.SUCCEEDED, null, result);
            succeeded = true;
        }

        @Override
        public void progress(long newDone, long newTotal) {
            done = newDone;
            total = newTotal;
            long last = lastWrite.get();
            if (System.nanoTime() - last > WRITE_EVERY_NANOS && lastWrite.compareAndSet(last, System.nanoTime())) {
                write();
            }
        }

        void write() {
            store.progress(id(), done, total);
        }
    }
}
