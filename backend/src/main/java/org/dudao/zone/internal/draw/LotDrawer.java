package org.dudao.zone.internal.draw;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.dudao.zone.internal.draw.Lots.Barred;
import org.dudao.zone.internal.draw.Lots.Excluded;
import org.dudao.zone.internal.draw.Lots.Group;
import org.dudao.zone.internal.draw.Lots.Input;
import org.dudao.zone.internal.draw.Lots.Lot;
import org.dudao.zone.internal.draw.Lots.Outcome;
import org.dudao.zone.internal.draw.Lots.Passed;
import org.dudao.zone.internal.draw.Lots.Reason;
import org.dudao.zone.internal.draw.Lots.Side;

/**
 * Draws schools and inspectors. Both pools are shuffled from seeds made of the draw's own by SHA-256; the first of each are
 * drawn. Inspectors then come to the schools in their order, whoever has fewest schools first; who is barred steps aside. When
 * that leaves a school short or an inspector without a school, everything is drawn anew from the next seed: nothing partial ever
 * comes out. {@link Random} and SHA-256 are specified to the bit, so the same input gives the same outcome for ever.
 */
public final class LotDrawer {
    /** After so many tries without a pairing the wish is refused. */
    static final int MOST_ATTEMPTS = 2_000;

    private final Input input;
    private final Map<Pair, Reason> barred = new HashMap<>();

    private record Pair(UUID inspector, UUID school) {}

    private LotDrawer(Input input) {
        this.input = input;
        for (Barred b : input.barred()) {
            barred.put(new Pair(b.inspectorId(), b.schoolId()), b.reason());
        }
    }

    /** Empty when no try gave every school its inspectors and every inspector a school. */
    public static Optional<Outcome> draw(Input input) {
        LotDrawer drawer = new LotDrawer(input);
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            Optional<Outcome> outcome = drawer.attempt(attempt);
            if (outcome.isPresent()) {
                return outcome;
            }
        }
        return Optional.empty();
    }

    private Optional<Outcome> attempt(int attempt) {
        List<Lot> schools = first(input.schoolPool(), input.schools(), "schools", attempt);
        List<Lot> inspectors = first(input.inspectorPool(), input.inspectors(), "inspectors", attempt);
        if (!input.paired()) {
            return Optional.of(new Outcome(
                    inspectors,
                    schools.stream()
                            .map(s -> new Group(s, List.of(), List.of()))
                            .toList(),
                    attempt));
        }
        Map<UUID, Integer> load = new HashMap<>();
        List<Group> groups = new ArrayList<>();
        for (Lot school : schools) {
            Optional<Group> group = group(school, inspectors, load);
            if (group.isEmpty()) {
                return Optional.empty();
            }
            groups.add(group.get());
        }
        return load.size() == inspectors.size()
                ? Optional.of(new Outcome(inspectors, groups, attempt))
                : Optional.empty();
    }

    /** The next inspectors for a school; empty when too few are free to go. */
    private Optional<Group> group(Lot school, List<Lot> inspectors, Map<UUID, Integer> load) {
        List<Lot> turn = inspectors.stream()
                .sorted(Comparator.comparing(i -> load.getOrDefault(i.id(), 0)))
                .toList();
        List<Lot> chosen = new ArrayList<>();
        List<Passed> passed = new ArrayList<>();
        for (Lot inspector : turn) {
            Reason reason = barred.get(new Pair(inspector.id(), school.id()));
            if (chosen.size() == input.groupSize()) {
                break;
            } else if (reason != null) {
                passed.add(new Passed(inspector, reason));
            } else {
                chosen.add(inspector);
            }
        }
        if (chosen.size() < input.groupSize()) {
            return Optional.empty();
        }
        chosen.forEach(i -> load.merge(i.id(), 1, Integer::sum));
        return Optional.of(new Group(school, chosen, passed));
    }

    private List<Lot> first(List<Lot> pool, int count, String side, int attempt) {
        List<Lot> shuffled = new ArrayList<>(pool);
        Collections.shuffle(shuffled, new Random(seed(input.seed(), side, attempt)));
        return List.copyOf(shuffled.subList(0, count));
    }

    /**
     * Who cannot be drawn in any case: schools for which too few of the pool may go, then inspectors who may go to none of the
     * schools, until nobody more drops out.
     *
     * @param groupSize inspectors each school needs
     */
    static List<Excluded> hopeless(List<Lot> schools, List<Lot> inspectors, List<Barred> barred, int groupSize) {
        List<Lot> schoolsLeft = new ArrayList<>(schools);
        List<Lot> inspectorsLeft = new ArrayList<>(inspectors);
        List<Excluded> out = new ArrayList<>();
        Map<Pair, Reason> pairs = new HashMap<>();
        barred.forEach(b -> pairs.put(new Pair(b.inspectorId(), b.schoolId()), b.reason()));
        int before;
        do {
            before = out.size();
            schoolsLeft.removeIf(s -> inspectorsLeft.stream()
                                    .filter(i -> !pairs.containsKey(new Pair(i.id(), s.id())))
                                    .count()
                            < groupSize
                    && out.add(new Excluded(Side.SCHOOL, s.id(), s.name(), Reason.TOO_FEW)));
            inspectorsLeft.removeIf(i -> schoolsLeft.stream().allMatch(s -> pairs.containsKey(new Pair(i.id(), s.id())))
                    && out.add(new Excluded(Side.INSPECTOR, i.id(), i.name(), Reason.EVERYWHERE)));
        } while (out.size() > before);
        return out;
    }

    static long seed(long seed, String side, int attempt) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((seed + "|" + side + "|" + attempt).getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
