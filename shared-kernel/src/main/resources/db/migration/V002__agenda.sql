-- Work that is due. A row is taken by moving its due time to the end of a lease; what a killed process took comes due again.
create table agenda (
    kind    varchar(32)  not null,
    subject varchar(160) not null,
    due_at  timestamptz  not null,
    taken   integer      not null default 0,
    details text         not null,
    primary key (kind, subject)
) with (fillfactor = 70);
create index agenda_due on agenda (due_at);
comment on column agenda.taken is 'How often it was taken up since it was put there.';
