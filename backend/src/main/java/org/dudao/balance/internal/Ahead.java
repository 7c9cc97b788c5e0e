package org.dudao.balance.internal;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Does work in order on one other thread while the caller reads on: at most {@value #MOST} pieces wait, so memory stays
 * bounded. The first failure is thrown to the caller at its next call.
 */
final class Ahead implements AutoCloseable {
    private static final int MOST = 8;

    private final ExecutorService worker = Executors.newSingleThreadExecutor(r -> {
        Thread thread = new Thread(r, "dudao-rollup");
        thread.setDaemon(true);
        return thread;
    });
    private final Semaphore room = new Semaphore(MOST);
    private final AtomicReference<RuntimeException> failure = new AtomicReference<>();

    void submit(Runnable piece) {
        acquire(1);
        worker.execute(() -> {
            try {
                if (failure.get() == null) {
                    piece.run();
                }
            } catch (RuntimeException e) {
                failure.compareAndSet(null, e);
            } finally {
                room.release();
            }
        });
    }

    /** Waits until everything submitted is done. */
    void await() {
        acquire(MOST);
        room.release(MOST);
    }

    private void acquire(int permits) {
        try {
            room.acquire(permits);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        RuntimeException failed = failure.get();
        if (failed != null) {
            room.release(permits);
            throw failed;
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
