-- Which number of a provider serves which order of ours: no number serves two.
create table upstream_number (
    provider    varchar(24)  not null,
    upstream_id varchar(128) not null,
    order_id    varchar(48)  not null unique,
    primary key (provider, upstream_id)
);
