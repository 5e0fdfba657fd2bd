-- When a sequence that waits is tried again; the first letter of a sequence speaks for all of it.
alter table dead_letter_entry
    add column attempts integer     not null default 0,
    add column retry_at timestamptz not null default now();
