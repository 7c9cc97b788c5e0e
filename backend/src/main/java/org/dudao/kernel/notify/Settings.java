package org.dudao.kernel.notify;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/**
 * How a person wants to be told. Times are China's.
 *
 * @param email null: nothing goes out by e-mail
 * @param mobile who a robot mentions and a text message goes to; null: nothing goes out by webhook
 * @param quietFrom nothing is sent from here until {@code quietUntil}, perhaps over midnight; null: at any time
 * @param digestAt time of the daily digest; null: none, what is meant for it is only in the list
 * @param language {@code zh} or {@code en}
 */
record Settings(
        String recipient,
        String email,
        String mobile,
        LocalTime quietFrom,
        LocalTime quietUntil,
        LocalTime digestAt,
        String language,
        long version) {
    static Settings none(String recipient) {
        return new Settings(recipient, null, null, null, null, null, "zh", 0);
    }

    /** Where a channel reaches the person; null when it does not. */
    String address(Channel channel) {
        return channel == Channel.EMAIL ? email : mobile;
    }

    /** How long quiet lasts from a moment on; zero outside quiet hours. */
    Duration quietFor(ZonedDateTime now) {
        if (quietFrom == null || quietFrom.equals(quietUntil)) {
            return Duration.ZERO;
        }
        LocalTime time = now.toLocalTime();
        boolean overMidnight = quietUntil.isBefore(quietFrom);
        boolean quiet = overMidnight
                ? !time.isBefore(quietFrom) || time.isBefore(quietUntil)
                : !time.isBefore(quietFrom) && time.isBefore(quietUntil);
        if (!quiet) {
            return Duration.ZERO;
        }
        ZonedDateTime end = now.with(quietUntil);
        return Duration.between(now, end.isAfter(now) ? end : end.plusDays(1));
    }
}
