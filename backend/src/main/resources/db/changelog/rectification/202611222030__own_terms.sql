--liquibase formatted sql

--changeset dudao:rectification-202611222030-own-days
-- Days an office set for its own region and what lies below; without a row the days of the step or the term itself stand.
create table rectification.own_days (
    region_code text not null references registry.region (code),
    kind        text not null check (kind in ('STEP', 'LIMIT')),
    code        text not null,
    days        int not null,
    source      text not null,
    primary key (region_code, kind, code)
);
grant select, insert, update, delete on rectification.own_days to ${appRole};
--rollback drop table rectification.own_days;

--changeset dudao:rectification-202611222030-days-for splitStatements:false
create function rectification.days_for(wanted text, step text, region text) returns setof rectification.own_days
    language sql stable as $$
    select * from rectification.own_days o where o.kind = wanted and o.code = step and region like o.region_code || '%'
    order by length(o.region_code) desc limit 1
$$;
--rollback drop function rectification.days_for(text, text, text);

--changeset dudao:rectification-202611222030-own-calendar
-- What an office entered stands for its own region; rows from before, of nobody in particular, for all.
alter table rectification.calendar_day add column region_code text not null default '';
alter table rectification.calendar_day drop constraint calendar_day_pkey;
alter table rectification.calendar_day add primary key (region_code, day);
--rollback alter table rectification.calendar_day drop constraint calendar_day_pkey; alter table rectification.calendar_day drop column region_code; alter table rectification.calendar_day add primary key (day);
