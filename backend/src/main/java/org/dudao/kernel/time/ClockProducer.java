package org.dudao.kernel.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The one source of "now": inject {@link Clock}. The office's calendar day is China's, whatever the server's zone. */
@ApplicationScoped
public class ClockProducer {
    /** 北京时间 */
    public static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    /** How far the demonstration runs ahead, to show what falls due later; refused in production. */
    @ConfigProperty(name = "dudao.clock.ahead", defaultValue = "P0D")
    Period ahead;

    @Produces
    @ApplicationScoped
    Clock clock() {
        return Clock.offset(Clock.system(CHINA), Duration.ofDays(ahead.getDays()));
    }
}
