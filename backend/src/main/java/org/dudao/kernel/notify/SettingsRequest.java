package org.dudao.kernel.notify;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a person wants to be told.
 *
 * @param email null: nothing by e-mail
 * @param mobile null: nothing by webhook
 * @param quietFrom with {@code quietUntil}: nothing is sent in between, perhaps over midnight; China's time
 * @param digestAt null: no digest
 * @param choices kinds not named keep their default
 */
@Schema(name = "MessageSettingsRequest")
public record SettingsRequest(
        @Email @Size(max = 200) String email,
        @Pattern(regexp = "\\+?[0-9]{5,20}") String mobile,
        LocalTime quietFrom,
        LocalTime quietUntil,
        LocalTime digestAt,
        @NotNull @Pattern(regexp = "zh|en") String language,
        @NotNull @Size(max = 200) List<@Valid @NotNull Choice> choices) {
    /** When one kind goes out by one channel. */
    @Schema(name = "MessageChoice")
    public record Choice(@NotNull String kind, @NotNull Channel channel, @NotNull Channel.Mode mode) {}
}
