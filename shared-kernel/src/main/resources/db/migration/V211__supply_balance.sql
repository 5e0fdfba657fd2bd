-- What we have left at each provider, as it said last.
create table supply_balance (
    provider     varchar(24) not null primary key,
    told         bigint      not null default 0,
    currency     char(3),
    micros       bigint,
    read_at      timestamptz,
    low          boolean     not null default false,
    short_of     bigint,
    short_until  timestamptz,
    constraint a_balance_is_whole check ((micros is null) = (read_at is null) and (micros is null) = (currency is null)),
    constraint a_shortage_ends check ((short_of is null) = (short_until is null))
);
comment on column supply_balance.told is 'How many events the stream of the balance has.';
comment on column supply_balance.low is 'Whether its fall below the alert was told.';
comment on column supply_balance.short_of is 'The cost, in millionths of a dollar, for which the provider said our balance does not do.';
