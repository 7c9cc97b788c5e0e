--liquibase formatted sql

--changeset dudao:kernel-202611221300-number-series
create table kernel.number_series (
    series text primary key,
    last   int not null check (last > 0)
);
grant select, insert, update on kernel.number_series to ${appRole};
--rollback drop table kernel.number_series;
