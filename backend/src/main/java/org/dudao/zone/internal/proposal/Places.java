package org.dudao.zone.internal.proposal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.dudao.zone.internal.Roster.SchoolSeat;

/**
 * Where schools lie: at their own coordinates, else at the middle of the township's other schools, else nowhere known.
 * Distances are straight lines in kilometres, on a plane that fits a county.
 */
public final class Places {
    private static final double KM_PER_DEGREE = 111.2;

    /** A point. */
    public record Point(double longitude, double latitude) {
        public double km(Point other) {
            double middle = Math.toRadians((latitude + other.latitude) / 2);
            double x = (longitude - other.longitude) * Math.cos(middle);
            double y = latitude - other.latitude;
            return Math.hypot(x, y) * KM_PER_DEGREE;
        }

        static Optional<Point> middle(Collection<Point> points) {
            return points.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Point(
                            points.stream()
                                    .mapToDouble(Point::longitude)
                                    .average()
                                    .orElseThrow(),
                            points.stream()
                                    .mapToDouble(Point::latitude)
                                    .average()
                                    .orElseThrow()));
        }
    }

    private final Map<UUID, Point> points = new HashMap<>();

    public Places(List<SchoolSeat> schools) {
        Map<String, ArrayList<Point>> townships = new HashMap<>();
        for (SchoolSeat s : schools) {
            if (s.longitude() != null && s.latitude() != null) {
                Point own = new Point(s.longitude(), s.latitude());
                points.put(s.id(), own);
                townships
                        .computeIfAbsent(s.regionCode(), k -> new ArrayList<>())
                        .add(own);
            }
        }
        for (SchoolSeat s : schools) {
            Point.middle(townships.getOrDefault(s.regionCode(), new ArrayList<>()))
                    .ifPresent(middle -> points.putIfAbsent(s.id(), middle));
        }
    }

    /** Null when nothing is known. */
    public Point of(UUID school) {
        return points.get(school);
    }

    /** The middle of some schools; null when nothing is known of any. */
    Point middle(Collection<SchoolSeat> schools) {
        return Point.middle(schools.stream()
                        .map(s -> points.get(s.id()))
                        .filter(Objects::nonNull)
                        .toList())
                .orElse(null);
    }
}
