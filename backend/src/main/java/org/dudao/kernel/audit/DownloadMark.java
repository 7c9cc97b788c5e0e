package org.dudao.kernel.audit;

import jakarta.enterprise.context.RequestScoped;

/** Whether the request under way has written its download down itself, saying more of the thing than its address. */
@RequestScoped
class DownloadMark {
    private static final String ACTION = ".downloaded";

    private boolean written;

    /** Whether an action is a download; only those of a request are. */
    static boolean of(String action) {
        return action.endsWith(ACTION);
    }

    void write() {
        written = true;
    }

    boolean written() {
        return written;
    }
}
