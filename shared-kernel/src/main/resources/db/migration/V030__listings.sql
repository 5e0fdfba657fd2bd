-- What each provider sells now, as its newest price list says.
create table listing (
    provider     varchar(24) not null,
    service      varchar(20) not null,
    country      char(2)     not null,
    currency     char(3)     not null,
    cost_micros  bigint      not null,
    price_micros bigint      not null,
    stock        integer     not null,
    revision     bigint      not null,
    primary key (provider, service, country)
);
create index listing_by_service on listing (service, country, price_micros);
create table price_list (
    provider varchar(24) not null primary key,
    revision bigint      not null
);
