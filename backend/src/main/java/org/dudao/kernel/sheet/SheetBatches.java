package org.dudao.kernel.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Reads a file's rows a few batches ahead of the one who takes them: unpacking and parsing go on in a thread of their
 * own while the batch before is checked and written. At most {@value #AHEAD} batches are in memory.
 */
public final class SheetBatches {
    private static final int SIZE = 1_000;
    private static final int AHEAD = 3;

    /** Takes batches in the order of the file, on the thread that called {@link #read}. */
    public interface Taker {
        void take(List<SheetRow> rows) throws IOException;
    }

    private final BlockingQueue<List<SheetRow>> batches = new ArrayBlockingQueue<>(AHEAD);
    private final List<SheetRow> end = List.of();
    private final SheetFile file;
    private final int after;
    private List<SheetRow> filling = new ArrayList<>(SIZE);

    private SheetBatches(SheetFile file, int after) {
        this.file = file;
        this.after = after;
    }

    /**
     * Hands every row after row {@code after} to the taker, in batches of a thousand.
     *
     * @throws IOException what the taker threw, or reading the file; then no further batch is taken
     * @throws org.dudao.kernel.error.Problem as {@link SheetFile#read}
     */
    public static void read(SheetFile file, int after, Taker taker) throws IOException {
        new SheetBatches(file, after).handTo(taker);
    }

    private void handTo(Taker taker) throws IOException {
        FutureTask<Void> reading = new FutureTask<>(this::fill);
        Thread reader = new Thread(reading, "sheet-reader");
        reader.setDaemon(true);
        reader.start();
        try {
            for (List<SheetRow> rows = batches.take(); rows != end; rows = batches.take()) {
                taker.take(rows);
            }
            reading.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("reading was interrupted", e);
        } catch (ExecutionException e) {
            rethrow(e.getCause());
        } finally {
            reader.interrupt();
        }
    }

    private Void fill() throws IOException, InterruptedException {
        try {
            file.read(this::add);
            if (!filling.isEmpty()) {
                batches.put(filling);
            }
        } finally {
            batches.put(end);
        }
        return null;
    }

    private boolean add(SheetRow row) {
        if (row.number() <= after) {
            return true;
        }
        filling.add(row);
        if (filling.size() < SIZE) {
            return true;
        }
        try {
            batches.put(filling);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        filling = new ArrayList<>(SIZE);
        return true;
    }

    private static void rethrow(Throwable cause) throws IOException {
        if (cause instanceof IOException io) {
            throw io;
        }
        if (cause instanceof RuntimeException e) {
            throw e;
        }
        if (cause instanceof Error e) {
            throw e;
        }
        throw new IOException(cause);
    }
}
