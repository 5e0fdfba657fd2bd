create table deposit (
    id            varchar(64)  not null primary key,
    customer_id   varchar(64)  not null,
    amount_micros bigint       not null check (amount_micros > 0),
    currency      varchar(3)   not null,
    gateway       varchar(32)  not null,
    status        varchar(16)  not null check (status in ('PENDING', 'CONFIRMED', 'FAILED')),
    created_at    timestamptz  not null,
    settled_at    timestamptz,
    check ((status = 'PENDING') = (settled_at is null))
);
create index deposit_pending on deposit (gateway, created_at) where status = 'PENDING';
create index deposit_of_customer on deposit (customer_id, created_at);
comment on table deposit is 'Money asked of payment gateways. The wallet''s events say what arrived; this says what was asked.';
