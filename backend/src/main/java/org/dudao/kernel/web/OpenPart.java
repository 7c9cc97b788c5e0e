package org.dudao.kernel.web;

import io.vertx.ext.web.RoutingContext;

/** The part of the interface that is open to everybody without an account. */
public final class OpenPart {
    private static final String PATH = "/api/v1/public/";

    private OpenPart() {}

    /** Whether a request goes there, however its address is spelt. */
    public static boolean holds(RoutingContext context) {
        return context.normalizedPath().startsWith(PATH);
    }
}
