package org.dudao.kernel.notify;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A way out of the application. */
@Schema(name = "MessageChannel")
public enum Channel {
    EMAIL,
    /** a robot of WeChat Work or DingTalk, or a gateway for text messages */
    WEBHOOK;

    /** When a kind of message goes out by a channel. */
    @Schema(name = "MessageMode")
    public enum Mode {
        NOW,
        /** with the daily digest */
        DIGEST,
        OFF
    }
}
