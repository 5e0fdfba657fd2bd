-- What became of the numbers that were bought, derived from events alone. Each outcome counts half after every half-life: the
-- sums are as of an instant, and what comes later or earlier is weighed against it.
create table routing_tally (
    provider       varchar(24)      not null,
    cell           varchar(24)      not null,
    delivered      double precision not null,
    silent         double precision not null,
    sms_seconds    double precision not null,
    answers        double precision not null,
    answer_seconds double precision not null,
    as_of          timestamptz      not null,
    primary key (cell, provider)
) with (fillfactor = 70);
comment on column routing_tally.cell is 'service-COUNTRY, or * for all of the provider';
comment on column routing_tally.silent is 'Numbers without an SMS: each is one until its first SMS comes.';

-- Orders whose outcome is open: one row from the first question to the end.
create table routing_trial (
    order_id varchar(48) not null primary key,
    provider varchar(24) not null,
    cell     varchar(24) not null,
    asked_at timestamptz,
    sold_at  timestamptz
) with (fillfactor = 70);
comment on column routing_trial.asked_at is 'Null once nobody knows how long the answer took.';
