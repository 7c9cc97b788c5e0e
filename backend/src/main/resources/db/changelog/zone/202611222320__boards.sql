--liquibase formatted sql

--changeset dudao:zone-202611222320-matter
-- The eight matters (督导事项) a responsible inspector looks after, as they stand on the board at a school's gate.
create table zone.matter (
    no         int not null check (no > 0),
    valid_from date not null,
    name       text not null,
    name_en    text not null,
    source     text not null,
    primary key (no, valid_from)
);
insert into zone.matter (no, valid_from, name, name_en, source) values
    (1, '2013-09-17', '校务管理和制度执行情况', 'School management and rules', '《中小学校责任督学挂牌督导办法》（2013年9月）'),
    (2, '2013-09-17', '招生、收费、择校情况', 'Enrolment, fees and choice of school', '《中小学校责任督学挂牌督导办法》（2013年9月）'),
    (3, '2013-09-17', '课程开设和课堂教学情况', 'Curriculum and teaching', '《中小学校责任督学挂牌督导办法》（2013年9月）'),
    (4, '2013-09-17', '学生学习、体育锻炼和课业负担情况', 'Learning, exercise and workload', '《中小学校责任督学挂牌督导办法》（2013年9月）'),
    (5, '2013-09-17', '教师师德和专业发展情况', 'Teachers: ethics and development', '《中小学校责任督学挂牌督导办法》（2013年9月）'),
    (6, '2013-09-17', '校园及周边安全情况，学生交通安全情况', 'Safety on and around campus, and on the way', '《中小学校责任督学挂牌督导办法》（2013年9月）'),
    (7, '2013-09-17', '食堂、食品、饮水及宿舍卫生情况', 'Canteen, food, water and dormitories', '《中小学校责任督学挂牌督导办法》（2013年9月）'),
    (8, '2013-09-17', '校风、教风、学风建设情况', 'School spirit, teaching and learning', '《中小学校责任督学挂牌督导办法》（2013年9月）');
grant select, insert, update on zone.matter to ${appRole};
--rollback drop table zone.matter;

--changeset dudao:zone-202611222320-office-line
-- The number people call the office at (监督电话), on every board of the county.
create table zone.office_line (
    region_code text primary key references registry.region (code),
    phone       text not null,
    version     bigint not null default 1
);
grant select, insert, update on zone.office_line to ${appRole};
--rollback drop table zone.office_line;
