alter table price_list add column told bigint not null default 0;
comment on column price_list.told is 'How many events the stream of the provider''s prices has.';
