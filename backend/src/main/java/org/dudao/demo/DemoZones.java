package org.dudao.demo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Inspectors of the demonstration county with their terms, zones and schools, as a county has them that was last exchanged
 * in an autumn and let some things slide since: somebody's term ran out, some schools have nobody, two inspectors were not
 * exchanged, one answers for a school they should not.
 */
final class DemoZones {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int FIRST_NAME = 300;
    private static final int SCHOOLS_EACH = 5;
    private static final int TERM_YEARS = 3;
    private static final String[] EMPLOYERS = {"溪禾县教师进修学校", "溪禾县教育局", "溪禾县退休教育工作者协会", "溪禾县第一中学"};
    private static final String[] SUBJECTS = {"语文", "数学", "英语", "体育", "科学", "道德与法治"};

    /** What is odd about an inspector, by their place in the county. */
    private enum Odd {
        NONE,
        EXPIRED,
        NOT_EXCHANGED,
        CONFLICT,
        ENDS_SOON;

        static Odd of(int n) {
            return switch (n) {
                case 4 -> EXPIRED;
                case 6, 13 -> NOT_EXCHANGED;
                case 9 -> CONFLICT;
                case 11 -> ENDS_SOON;
                default -> NONE;
            };
        }
    }

    /** An inspector of a zone. */
    record Person(UUID id, String name, int number, int zone, boolean leader, List<DemoSchool> schools) {}

    private final Handle handle;
    private final LocalDate today;
    private final LocalDate autumn;
    private final String[] accounts;

    /** @param accounts names of the accounts in the order of their subjects; the third is the inspector's */
    DemoZones(Handle handle, LocalDate today, String[] accounts) {
        this.handle = handle;
        this.today = today;
        this.autumn = LocalDate.of(today.getYear() - 1, 9, 1);
        this.accounts = accounts;
    }

    void load(List<DemoSchool> schools) {
        List<Person> people = people(schools, accounts[2]);
        for (Person p : people) {
            inspector(p);
            term(p);
            training(p);
            handle.execute(
                    "insert into zone.membership (id, zone_id, inspector_id, leader, from_day, recorded_by, recorded_at)"
                            + " values (?, ?, ?, ?, ?, ?, ?)",
                    named("membership-" + p.number()),
                    DemoLoader.zone(DemoLoader.COUNTY, p.zone()),
                    p.id(),
                    p.leader(),
                    autumn.minusYears(TERM_YEARS),
                    subject(2),
                    noon(autumn));
        }
        for (int n = 0; n < people.size(); n++) {
            Person p = people.get(n);
            Person other = people.get(n > 0 && people.get(n - 1).zone() == p.zone() ? n - 1 : (n + 1) % people.size());
            p.schools().forEach(s -> assign(p, other, s));
        }
        handle.execute("insert into zone.roster (region_code, version) values (?, 1)", DemoLoader.COUNTY);
        // a village school that was founded anew and not yet put into a zone
        handle.execute(
                "update registry.school set zone_id = null where id = ?",
                left(schools).id());
    }

    /** Who is in which zone with which schools: neighbours together; every zone but the last has a leader. */
    static List<Person> people(List<DemoSchool> schools, String firstName) {
        List<Person> people = new ArrayList<>();
        DemoSchool left = left(schools);
        for (int z = 0; z < DemoCounty.ZONES; z++) {
            int zone = z;
            List<DemoSchool> own = schools.stream()
                    .filter(s -> s.zone() == zone && s != left)
                    .sorted(Comparator.comparing(DemoSchool::regionCode).thenComparing(DemoSchool::code))
                    .toList();
            int count = Math.max(2, (own.size() + 2) / SCHOOLS_EACH);
            for (int i = 0; i < count; i++) {
                int number = people.size();
                List<DemoSchool> part =
                        new ArrayList<>(own.subList(i * own.size() / count, (i + 1) * own.size() / count));
                if (number % 5 == 2) {
                    // nobody has answered for the last since the autumn
                    part.remove(part.size() - 1);
                }
                people.add(new Person(
                        named("inspector-" + number),
                        number == 0 ? firstName : DemoHeads.name(FIRST_NAME + number),
                        number,
                        z,
                        i == 0 && z < DemoCounty.ZONES - 1,
                        part));
            }
        }
        return people;
    }

    private static DemoSchool left(List<DemoSchool> schools) {
        return schools.stream()
                .filter(s -> s.zone() == DemoCounty.ZONES - 1)
                .findFirst()
                .orElseThrow();
    }

    private void inspector(Person p) {
        handle.createUpdate(
                        "insert into zone.inspector (id, region_code, name, kind, employer, post, degree, works_since,"
                                + " subjects, phone, account, registered_at, version) values (:id, :region, :name, :kind, :employer, :post,"
                                + " 'BACHELOR', :since, :subjects, :phone, :account, :at, 1)")
                .bind("id", p.id())
                .bind("region", DemoLoader.COUNTY)
                .bind("name", p.name())
                .bind("kind", p.number() % 6 == 5 ? "PART_TIME" : "RESPONSIBLE")
                .bind("employer", EMPLOYERS[p.number() % EMPLOYERS.length])
                .bind("post", p.leader() ? "责任区组长" : "高级教师")
                .bind("since", LocalDate.of(today.getYear() - 16 - p.number() % 14, 8, 1))
                .bindArray("subjects", String.class, SUBJECTS[p.number() % SUBJECTS.length])
                .bind("phone", "1990000" + String.format("%04d", 1000 + p.number()))
                .bind("account", p.number() == 0 ? subject(3) : null)
                .bind("at", noon(autumn.minusYears(TERM_YEARS)))
                .execute();
    }

    private void term(Person p) {
        Odd odd = Odd.of(p.number());
        LocalDate starts = odd == Odd.EXPIRED || odd == Odd.NOT_EXCHANGED ? autumn.minusYears(TERM_YEARS) : autumn;
        if (odd == Odd.ENDS_SOON) {
            starts = today.plusDays(50).minusYears(TERM_YEARS);
        }
        appointed(p, 1, starts);
        if (odd == Odd.NOT_EXCHANGED) {
            appointed(p, 2, autumn);
        }
    }

    private void appointed(Person p, int number, LocalDate starts) {
        UUID id = named("appointment-" + p.number() + "-" + number);
        handle.execute(
                "insert into zone.appointment (id, inspector_id, state, announced_until, term_no, starts_on, ends_on)"
                        + " values (?, ?, 'APPOINTED', ?, ?, ?, ?)",
                id,
                p.id(),
                starts.minusDays(6),
                number,
                starts,
                starts.plusYears(TERM_YEARS).minusDays(1));
        step(id, "RECOMMENDED", starts.minusDays(45), "县教育局推荐");
        step(id, "REVIEWED", starts.minusDays(36), "符合任职条件");
        step(id, "APPROVED", starts.minusDays(22), "溪政复〔" + starts.getYear() + "〕31号");
        step(id, "ANNOUNCED", starts.minusDays(15), "公示七个工作日");
        step(id, "APPOINTED", starts.minusDays(3), "公示期满无异议，予以聘任");
    }

    private void step(UUID appointment, String kind, LocalDate on, String text) {
        handle.execute(
                "insert into zone.appointment_step (id, appointment_id, kind, on_date, text, actor, actor_name, at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                named("step-" + appointment + kind),
                appointment,
                kind,
                on,
                text,
                subject(2),
                accounts[1],
                noon(on));
    }

    private void training(Person p) {
        LocalDate last = today.minusDays(20L + p.number());
        handle.execute(
                "insert into zone.training (id, inspector_id, from_day, until_day, hours, topic, organiser, recorded_by, recorded_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                named("training-" + p.number()),
                p.id(),
                last.minusDays(4),
                last,
                p.number() % 4 == 3 ? 24 : 40,
                "责任督学挂牌督导实务",
                "青岚市人民政府教育督导室",
                subject(2),
                noon(last));
    }

    /** The school since the last exchange, and somebody else's in the three years before. */
    private void assign(Person p, Person before, DemoSchool school) {
        LocalDate first = autumn.minusYears(TERM_YEARS);
        if (Odd.of(p.number()) == Odd.NOT_EXCHANGED || Odd.of(p.number()) == Odd.EXPIRED) {
            assignment(school, p, first, null);
        } else {
            assignment(school, before, first, autumn.minusDays(1));
            assignment(school, p, autumn, null);
        }
        boolean own =
                Odd.of(p.number()) == Odd.CONFLICT && school == p.schools().get(1);
        boolean spared = p.number() % 4 == 1 && school == p.schools().get(0);
        if (own || spared) {
            handle.execute(
                    "insert into zone.conflict (id, inspector_id, school_id, kind, note, recorded_by, recorded_at)"
                            + " values (?, ?, ?, ?, ?, ?, ?)",
                    named("conflict-" + p.number() + own),
                    own ? p.id() : before.id(),
                    school.id(),
                    own ? "RELATIVE" : "FORMER_SCHOOL",
                    own ? "配偶今年调入该校任教" : "曾在该校任副校长",
                    subject(2),
                    noon(autumn));
        }
    }

    private void assignment(DemoSchool school, Person by, LocalDate from, LocalDate until) {
        handle.execute(
                "insert into zone.assignment (id, school_id, inspector_id, from_day, until_day, origin, recorded_by,"
                        + " recorder_name, recorded_at) values (?, ?, ?, ?, ?, 'HAND', ?, ?, ?)",
                named("assignment-" + school.code() + from),
                school.id(),
                by.id(),
                from,
                until,
                subject(2),
                accounts[1],
                noon(from));
    }

    private static OffsetDateTime noon(LocalDate day) {
        return day.atTime(12, 0).atZone(CHINA).toOffsetDateTime();
    }

    private static String subject(int account) {
        return "00000000-0000-7000-8000-00000000000" + account;
    }

    private static UUID named(String name) {
        return UUID.nameUUIDFromBytes(("dudao-demo-" + name).getBytes(StandardCharsets.UTF_8));
    }
}
