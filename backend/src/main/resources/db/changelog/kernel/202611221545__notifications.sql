--liquibase formatted sql

--changeset dudao:kernel-202611221545-message
-- What a person is told; always in the list of the application, whatever else is chosen.
create table kernel.message (
    id           uuid primary key,
    recipient    text not null,
    kind         text not null,
    text         text not null,
    subject_type text not null,
    subject_id   text not null,
    due_on       date,
    once_key     text,
    created_at   timestamptz not null,
    read_at      timestamptz,
    unique (recipient, once_key)
);
create index message_recipient on kernel.message (recipient, created_at desc);
create index message_unread on kernel.message (recipient) where read_at is null;
grant select, insert, update on kernel.message to ${appRole};
--rollback drop table kernel.message;

--changeset dudao:kernel-202611221545-message-settings
create table kernel.message_settings (
    recipient      text primary key,
    email          text,
    mobile         text,
    quiet_from     time,
    quiet_until    time,
    digest_at      time,
    last_digest_on date,
    language       text not null default 'zh' check (language in ('zh', 'en')),
    version        bigint not null default 0,
    check ((quiet_from is null) = (quiet_until is null))
);
create table kernel.message_choice (
    recipient text not null references kernel.message_settings (recipient),
    kind      text not null,
    channel   text not null check (channel in ('EMAIL', 'WEBHOOK')),
    mode      text not null check (mode in ('NOW', 'DIGEST', 'OFF')),
    primary key (recipient, kind, channel)
);
grant select, insert, update on kernel.message_settings to ${appRole};
grant select, insert, delete on kernel.message_choice to ${appRole};
--rollback drop table kernel.message_choice; drop table kernel.message_settings;

--changeset dudao:kernel-202611221545-delivery
-- The outbox: written with the message, sent after the commit, tried again until sent or given up.
create table kernel.delivery (
    id         uuid primary key,
    message_id uuid references kernel.message (id),
    recipient  text not null,
    channel    text not null check (channel in ('EMAIL', 'WEBHOOK')),
    state      text not null check (state in ('HELD', 'GATHERED', 'WAITING', 'SENT', 'GIVEN_UP')),
    title      text not null,
    body       text not null,
    not_before timestamptz not null,
    attempts   int not null default 0,
    last_error text,
    created_at timestamptz not null,
    sent_at    timestamptz,
    unique (message_id, channel),
    check ((state = 'SENT') = (sent_at is not null))
);
create index delivery_waiting on kernel.delivery (not_before) where state = 'WAITING';
create index delivery_held on kernel.delivery (recipient) where state = 'HELD';
create index delivery_recipient on kernel.delivery (recipient, created_at desc);
grant select, insert, update on kernel.delivery to ${appRole};
--rollback drop table kernel.delivery;
