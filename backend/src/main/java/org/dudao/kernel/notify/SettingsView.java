package org.dudao.kernel.notify;

import java.time.LocalTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a person is told.
 *
 * @param channels the ways out the operator has set up
 * @param kinds every kind of message, with the mode that applies by each channel
 */
@Schema(name = "MessageSettings")
public record SettingsView(
        String email,
        String mobile,
        LocalTime quietFrom,
        LocalTime quietUntil,
        LocalTime digestAt,
        String language,
        List<Channel> channels,
        List<Kind> kinds,
        long version) {
    /** A kind of message by name. */
    @Schema(name = "MessageKindChoice")
    public record Kind(String code, String name, boolean urgent, Channel.Mode email, Channel.Mode webhook) {}
}
