--liquibase formatted sql

--changeset dudao:zone-202611282310-innovation-check
-- The self-check of an innovation county (创新县自查), an edition each time: while it is a draft its figures are counted anew, once
-- adopted they stand in content, and the rows behind them in rows.
create table zone.innovation_check (
    id           uuid primary key,
    region_code  text not null references registry.region (code),
    year         int not null check (year between 2000 and 2100),
    edition      int not null check (edition > 0),
    answers      jsonb not null,
    content      jsonb,
    rows         jsonb,
    system_id    uuid,
    opinion      text,
    adopted_by   text,
    adopted_at   timestamptz,
    reopened_for text,
    version      bigint not null default 0,
    unique (region_code, year, edition),
    check ((adopted_at is null) = (content is null) and (content is null) = (rows is null)
        and (content is null) = (adopted_by is null) and (content is null) = (system_id is null))
);
create unique index innovation_check_draft on zone.innovation_check (region_code, year) where adopted_at is null;
grant select, insert, update on zone.innovation_check to ${appRole};
--rollback drop table zone.innovation_check;

--changeset dudao:zone-202611282310-innovation-rule
-- Standards of the self-check: per cent of the things in order; of the key points, how many.
insert into zone.rule (code, valid_from, value, source, verified) values
    ('INNOVATION_KEY_POINTS', '2015-03-17', 1, '本软件拟定：每年有经批准的督导工作要点', false),
    ('INNOVATION_TERM_PLANS', '2015-03-17', 100, '本软件拟定：每学期有督导工作计划', false),
    ('INNOVATION_COVERAGE', '2013-09-17', 100, '《中小学校责任督学挂牌督导办法》（2013年9月）：为每所学校设责任督学', true),
    ('INNOVATION_LOAD', '2013-09-17', 100, '《中小学校责任督学挂牌督导办法》（2013年9月）：1人负责5所左右学校；要求人人不超过为本软件拟定', false),
    ('INNOVATION_ZONE_SIZE', '2012-01-01', 100, '《关于加强督学责任区建设的意见》（教督〔2012〕7号）', true),
    ('INNOVATION_IN_OFFICE', '2016-07-29', 100, '本软件拟定：责任督学都在聘期内', false),
    ('INNOVATION_TERMS', '2012-10-01', 100, '《教育督导条例》（国务院令第624号）第六条', true),
    ('INNOVATION_TRAINED', '2016-07-29', 100, '《督学管理暂行办法》（教督〔2016〕2号）', true),
    ('INNOVATION_ROTATED', '2013-09-17', 100, '《中小学校责任督学挂牌督导办法》（2013年9月）：每3年轮换交流', true),
    ('INNOVATION_MONTHLY', '2013-09-17', 100, '《中小学校责任督学挂牌督导办法》（2013年9月）：每月不得少于1次', true),
    ('INNOVATION_PLAN_DONE', '2015-03-17', 95, '本软件拟定', false),
    ('INNOVATION_PUBLISHED', '2015-03-17', 100, '本软件拟定：每次督导都向学校反馈', false),
    ('INNOVATION_REPLIED', '2015-03-17', 95, '本软件拟定', false),
    ('INNOVATION_REPORTS', '2015-03-17', 100, '本软件拟定：责任督学每月报告', false),
    ('INNOVATION_COSTS', '2015-03-17', 100, '本软件拟定：每名责任督学都有工作经费支出', false),
    ('INNOVATION_BOARDS', '2013-09-17', 100, '《中小学校责任督学挂牌督导办法》（2013年9月）：在校门显著位置公布标牌', true),
    ('INNOVATION_FEEDBACK', '2015-03-17', 60, '本软件拟定', false),
    ('INNOVATION_CLOSED', '2015-03-17', 90, '本软件拟定', false),
    ('INNOVATION_COMPLAINTS', '2015-03-17', 100, '本软件拟定：都在期限内答复', false);
--rollback delete from zone.rule where code like 'INNOVATION\_%';
