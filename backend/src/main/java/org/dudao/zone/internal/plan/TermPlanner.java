package org.dudao.zone.internal.plan;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.dudao.zone.internal.plan.Draw.Drawn;
import org.dudao.zone.internal.plan.Draw.Input;
import org.dudao.zone.internal.plan.Draw.Known;
import org.dudao.zone.internal.plan.Draw.Missing;
import org.dudao.zone.internal.plan.Draw.Outcome;
import org.dudao.zone.internal.plan.Draw.Period;
import org.dudao.zone.internal.plan.Draw.Reason;
import org.dudao.zone.internal.plan.Draw.Round;
import org.dudao.zone.internal.plan.Draw.Stop;
import org.dudao.zone.internal.proposal.Places.Point;

/**
 * Draws the visits of a term: every school as often in each period as asked, on a working day drawn at random among those
 * within the limits, schools near each other on one day where they can. Each inspector and period draws from a seed of its
 * own, made from the plan's: what changes for one inspector moves nobody else's days. {@link Random} and SHA-256 are specified
 * to the bit, so the same input gives the same outcome for ever.
 */
public final class TermPlanner {
    private final Input input;
    private final List<Known> taken;
    private final List<Drawn> drawn = new ArrayList<>();
    private final List<Missing> missing = new ArrayList<>();

    private TermPlanner(Input input) {
        this.input = input;
        this.taken = new ArrayList<>(input.known());
    }

    public static Outcome draw(Input input) {
        TermPlanner planner = new TermPlanner(input);
        for (Round round : input.rounds()) {
            for (Period period : input.periods()) {
                planner.draw(round, period);
            }
        }
        planner.drawn.sort(Comparator.comparing(Drawn::inspectorName)
                .thenComparing(Drawn::inspectorId)
                .thenComparing(Drawn::day)
                .thenComparing(Drawn::schoolName)
                .thenComparing(Drawn::schoolId));
        return new Outcome(List.copyOf(planner.drawn), List.copyOf(planner.missing));
    }

    private void draw(Round round, Period period) {
        List<LocalDate> days = input.days().stream().filter(period::holds).toList();
        Random random = new Random(seed(input.seed(), round.inspectorId(), period.key()));
        List<Stop> needed = needed(round, period, days);
        Collections.shuffle(needed, random);
        while (!needed.isEmpty()) {
            List<Stop> group = group(needed);
            List<LocalDate> open = open(round, group, days);
            while (open.isEmpty() && group.size() > 1) {
                group.remove(group.size() - 1);
                open = open(round, group, days);
            }
            group.forEach(needed::remove);
            if (open.isEmpty()) {
                Stop alone = group.get(0);
                Reason reason = reason(round, alone, days);
                missing.add(new Missing(
                        round.inspectorId(),
                        round.inspectorName(),
                        alone.schoolId(),
                        alone.schoolName(),
                        period.key(),
                        reason,
                        reason == Reason.NO_TERM ? round.termUntil(period.until()) : null));
                continue;
            }
            LocalDate day = open.get(random.nextInt(open.size()));
            for (Stop stop : group) {
                taken.add(new Known(stop.schoolId(), round.inspectorId(), day, true));
                drawn.add(new Drawn(
                        round.inspectorId(),
                        round.inspectorName(),
                        stop.schoolId(),
                        stop.schoolName(),
                        day,
                        period.key(),
                        open.size(),
                        group.stream()
                                .filter(s -> s != stop)
                                .map(Stop::schoolName)
                                .toList()));
            }
        }
    }

    private static Reason reason(Round round, Stop stop, List<LocalDate> days) {
        List<LocalDate> held = days.stream().filter(stop::heldOn).toList();
        if (held.isEmpty()) {
            return Reason.NO_DAY;
        }
        return held.stream().noneMatch(round::inOffice) ? Reason.NO_TERM : Reason.NO_ROOM;
    }

    /** Schools of a round the inspector answers for in the period, each as often as visits are lacking. */
    private List<Stop> needed(Round round, Period period, List<LocalDate> days) {
        List<Stop> needed = new ArrayList<>();
        for (Stop stop : round.stops()) {
            boolean held = stop.spans().stream()
                    .anyMatch(
                            s -> !s.from().isAfter(period.until()) && !s.until().isBefore(period.from()));
            if (!held || days.isEmpty() || leftToAnother(stop, days)) {
                continue;
            }
            long there = taken.stream()
                    .filter(k -> k.counts() && k.schoolId().equals(stop.schoolId()) && period.holds(k.day()))
                    .count();
            for (long n = there; n < input.limits().perPeriod(); n++) {
                needed.add(stop);
            }
        }
        return needed;
    }

    /** A school that changes hands within the period is visited by whoever answers for it on the period's last day. */
    private boolean leftToAnother(Stop stop, List<LocalDate> days) {
        LocalDate last = days.get(days.size() - 1);
        return !stop.heldOn(last)
                && input.rounds().stream()
                        .flatMap(r -> r.stops().stream())
                        .anyMatch(s -> s.schoolId().equals(stop.schoolId()) && s.heldOn(last));
    }

    /** The first school with its nearest neighbours, as many as fit a day. */
    private List<Stop> group(List<Stop> needed) {
        Stop first = needed.get(0);
        List<Stop> group = new ArrayList<>(List.of(first));
        Map<UUID, Stop> others = new HashMap<>();
        needed.stream().filter(s -> !s.schoolId().equals(first.schoolId())).forEach(s -> others.put(s.schoolId(), s));
        others.values().stream()
                .filter(s -> km(first, s) <= input.limits().nearbyKm())
                .sorted(Comparator.comparingDouble((Stop s) -> km(first, s)).thenComparing(Stop::schoolId))
                .limit(Math.max(0, input.limits().perDay() - 1L))
                .forEach(group::add);
        return group;
    }

    /** Days on which all of a group can be visited. */
    private List<LocalDate> open(Round round, List<Stop> group, List<LocalDate> days) {
        return days.stream().filter(day -> fits(round, group, day)).toList();
    }

    private boolean fits(Round round, List<Stop> group, LocalDate day) {
        long load = taken.stream()
                .filter(k -> day.equals(k.day()) && round.inspectorId().equals(k.inspectorId()))
                .count();
        return round.inOffice(day)
                && load + group.size() <= input.limits().perDay()
                && group.stream().allMatch(s -> s.heldOn(day) && farEnough(s, day));
    }

    private boolean farEnough(Stop stop, LocalDate day) {
        return taken.stream()
                .filter(k -> k.schoolId().equals(stop.schoolId()))
                .allMatch(k -> Math.abs(k.day().toEpochDay() - day.toEpochDay())
                        >= input.limits().gapDays());
    }

    private static double km(Stop a, Stop b) {
        return a.longitude() == null || b.longitude() == null || a.latitude() == null || b.latitude() == null
                ? Double.POSITIVE_INFINITY
                : new Point(a.longitude(), a.latitude()).km(new Point(b.longitude(), b.latitude()));
    }

    static long seed(long seed, UUID inspector, String period) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((seed + "|" + inspector + "|" + period).getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
