-- the limit: one aggregate by hand, double precision, identity CV² = P·Σ(a²/p)/A² − 1, results kept
drop table if exists bench_cv;
create temporary table bench_cv as
with school as materialized (
    select left(s.region_code, 6) as county, s.kind, v.*
    from registry.school s
    join registry.school_year y on y.school_id = s.id and y.year = 2025
    cross join lateral jsonb_to_record(y.values) as v(
        "PRIMARY.pupils" float8, "PRIMARY.teachersAboveDegree" float8, "PRIMARY.backboneTeachers" float8, "PRIMARY.peArtTeachers" float8,
        "JUNIOR.pupils" float8, "JUNIOR.teachersAboveDegree" float8, "JUNIOR.backboneTeachers" float8, "JUNIOR.peArtTeachers" float8,
        "SENIOR.pupils" float8, "teachingRoomArea" float8, "indoorSportsArea" float8, "outdoorSportsArea" float8,
        "equipmentValue" float8, "multimediaRooms" float8)
    where s.region_code like '99%'
), stage as (
    select county, 'PRIMARY' as stage, "PRIMARY.pupils" as p, "PRIMARY.teachersAboveDegree" as a1, "PRIMARY.backboneTeachers" as a2,
           "PRIMARY.peArtTeachers" as a3, "teachingRoomArea" * w as a4, ("indoorSportsArea" + "outdoorSportsArea") * w as a5,
           "equipmentValue" * w as a6, "multimediaRooms" * w as a7
    from (select *, case when kind = '312' then "PRIMARY.pupils" / ("PRIMARY.pupils" + 1.1 * "JUNIOR.pupils") else 1 end as w from school) x
    where kind in ('211', '312') and "PRIMARY.pupils" > 0
    union all
    select county, 'JUNIOR', "JUNIOR.pupils", "JUNIOR.teachersAboveDegree", "JUNIOR.backboneTeachers", "JUNIOR.peArtTeachers",
           "teachingRoomArea" * w, ("indoorSportsArea" + "outdoorSportsArea") * w, "equipmentValue" * w, "multimediaRooms" * w
    from (select *, case kind when '312' then 1.1 * "JUNIOR.pupils" / ("PRIMARY.pupils" + 1.1 * "JUNIOR.pupils")
                              when '341' then "JUNIOR.pupils" / ("JUNIOR.pupils" + 1.2 * "SENIOR.pupils") else 1 end as w from school) x
    where kind in ('311', '312', '341') and "JUNIOR.pupils" > 0
), sums as (
    select county, stage, sum(p) as p,
           sum(a1) as a1, sum(a1 * a1 / p) as q1, sum(a2) as a2, sum(a2 * a2 / p) as q2, sum(a3) as a3, sum(a3 * a3 / p) as q3,
           sum(a4) as a4, sum(a4 * a4 / p) as q4, sum(a5) as a5, sum(a5 * a5 / p) as q5, sum(a6) as a6, sum(a6 * a6 / p) as q6,
           sum(a7) as a7, sum(a7 * a7 / p) as q7
    from stage group by county, stage
)
select county as county_code, stage, number::smallint, a / p as mean, sqrt(greatest(0, p * q / (a * a) - 1)) as coefficient
from sums cross join lateral (values (1, a1, q1), (2, a2, q2), (3, a3, q3), (4, a4, q4), (5, a5, q5), (6, a6, q6), (7, a7, q7)) i(number, a, q);
