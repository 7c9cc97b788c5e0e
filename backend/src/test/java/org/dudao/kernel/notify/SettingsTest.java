package org.dudao.kernel.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.dudao.kernel.time.ClockProducer;
import org.junit.jupiter.api.Test;

class SettingsTest {
    @Test
    void quiet_hours_may_go_over_midnight() {
        Settings night = quiet("21:00", "07:30");
        assertEquals(Duration.ZERO, night.quietFor(at("20:59")));
        assertEquals(Duration.ofMinutes(630), night.quietFor(at("21:00")));
        assertEquals(Duration.ofMinutes(450), night.quietFor(at("00:00")));
        assertEquals(Duration.ofMinutes(1), night.quietFor(at("07:29")));
        assertEquals(Duration.ZERO, night.quietFor(at("07:30")));
    }

    @Test
    void quiet_hours_of_a_day_end_the_same_day() {
        Settings noon = quiet("12:00", "14:00");
        assertEquals(Duration.ZERO, noon.quietFor(at("11:59")));
        assertEquals(Duration.ofMinutes(30), noon.quietFor(at("13:30")));
        assertEquals(Duration.ZERO, noon.quietFor(at("14:00")));
    }

    @Test
    void no_quiet_hours_are_never_quiet() {
        assertEquals(Duration.ZERO, Settings.none("x").quietFor(at("03:00")));
        assertEquals(Duration.ZERO, quiet("08:00", "08:00").quietFor(at("08:00")));
    }

    private static Settings quiet(String from, String until) {
        return new Settings("x", null, null, LocalTime.parse(from), LocalTime.parse(until), null, "zh", 0);
    }

    private static ZonedDateTime at(String time) {
        return ZonedDateTime.of(2026, 11, 22, 0, 0, 0, 0, ClockProducer.CHINA).with(LocalTime.parse(time));
    }
}
