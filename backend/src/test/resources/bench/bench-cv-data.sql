-- 200,000 schools in 2,900 counties, 29 prefectures of one invented province, figures of one year
insert into registry.region (code, name, parent_code) values ('99', '测速省', null);
insert into registry.region (code, name, parent_code)
select '99' || lpad(p::text, 2, '0'), '测速市' || p, '99' from generate_series(0, 28) p;
insert into registry.region (code, name, parent_code)
select '99' || lpad((c / 100)::text, 2, '0') || lpad((c % 100)::text, 2, '0'), '测速县' || c, '99' || lpad((c / 100)::text, 2, '0')
from generate_series(0, 2899) c;
insert into registry.school (id, code, name, kind, region_code, urban_rural, private_school, run_by, state)
select gen_random_uuid(), '2199' || lpad(n::text, 6, '0'), '测速学校' || n,
       case when n % 20 < 12 then '211' when n % 20 < 17 then '311' when n % 20 < 19 then '312' else '341' end,
       '99' || lpad((c / 100)::text, 2, '0') || lpad((c % 100)::text, 2, '0'), '121', n % 25 = 0, 'COUNTY', 'OPEN'
from (select n, (n::bigint * 2900 / 200000)::int as c from generate_series(0, 199999) n) s;
insert into registry.school_year (school_id, year, values)
select id, 2025, jsonb_strip_nulls(jsonb_build_object(
    'PRIMARY.pupils', p, 'PRIMARY.classes', ceil(p / 42.0), 'PRIMARY.teachers', ceil(p * (0.05 + h1 * 0.04)),
    'PRIMARY.teachersAboveDegree', ceil(p * (0.03 + h2 * 0.05)), 'PRIMARY.backboneTeachers', ceil(p * (0.005 + h3 * 0.02)),
    'PRIMARY.peArtTeachers', ceil(p * (0.006 + h4 * 0.012)), 'PRIMARY.midTitleTeachers', ceil(p * (0.02 + h1 * 0.03)),
    'JUNIOR.pupils', j, 'JUNIOR.classes', ceil(j / 46.0), 'JUNIOR.teachers', ceil(j * (0.07 + h1 * 0.04)),
    'JUNIOR.teachersAboveDegree', ceil(j * (0.04 + h2 * 0.05)), 'JUNIOR.backboneTeachers', ceil(j * (0.006 + h3 * 0.02)),
    'JUNIOR.peArtTeachers', ceil(j * (0.006 + h4 * 0.012)), 'JUNIOR.midTitleTeachers', ceil(j * (0.03 + h1 * 0.03)),
    'SENIOR.pupils', s))
    || jsonb_build_object(
    'teachingRoomArea', round((w * (3 + h1 * 6))::numeric, 2), 'indoorSportsArea', round((w * h2)::numeric, 2),
    'outdoorSportsArea', round((w * (5 + h3 * 10))::numeric, 2), 'equipmentValue', round((w * (1500 + h4 * 3000))::numeric, 2),
    'computers', ceil(w * (0.08 + h1 * 0.2)), 'books', ceil(w * (15 + h2 * 30)), 'multimediaRooms', ceil(w * (0.015 + h3 * 0.03)))
from (select id, h1, h2, h3, h4, p, j, s, coalesce(p, 0) + coalesce(j, 0) + coalesce(s, 0) as w
      from (select id, h1, h2, h3, h4,
                   case when kind in ('211', '312') then 60 + floor(h5 * 1200)::int end as p,
                   case when kind in ('311', '312', '341') then 80 + floor(h1 * h5 * 1500)::int end as j,
                   case when kind = '341' then 300 + floor(h2 * 1500)::int end as s
            from (select id, kind, abs(hashtext(code || 'a')) / 2147483648.0 as h1, abs(hashtext(code || 'b')) / 2147483648.0 as h2,
                         abs(hashtext(code || 'c')) / 2147483648.0 as h3, abs(hashtext(code || 'd')) / 2147483648.0 as h4,
                         abs(hashtext(code || 'e')) / 2147483648.0 as h5
                  from registry.school where region_code like '99%') a) b) c;
