-- People and their sessions: state, not history, so that personal data can be erased.
create table app_user (
    id            varchar(40)  primary key,
    email         varchar(254) not null,
    password_hash varchar(255) not null,
    name          varchar(100),
    roles         varchar(64)  not null,
    banned_at     timestamptz,
    ban_reason    varchar(500),
    welcomed_at   timestamptz,
    created_at    timestamptz  not null
);
create unique index one_user_per_email on app_user (lower(email));
comment on column app_user.welcomed_at is 'When everything a new customer needs was set up; tried again at sign-in while null.';

create table user_session (
    id              varchar(40) primary key,
    user_id         varchar(40) not null references app_user (id) on delete cascade,
    created_at      timestamptz not null,
    expires_at      timestamptz not null,
    revoked_at      timestamptz,
    revoked_because varchar(32)
);
create index sessions_of_user on user_session (user_id);
create index sessions_by_expiry on user_session (expires_at);

create table refresh_token (
    hash       bytea       primary key,
    session_id varchar(40) not null references user_session (id) on delete cascade,
    issued_at  timestamptz not null,
    expires_at timestamptz not null,
    spent_at   timestamptz
);
create index refresh_tokens_of_session on refresh_token (session_id);
comment on table refresh_token is 'SHA-256 of each refresh token ever issued in a session: a spent one that comes back ends the session.';

create table login_throttle (
    key          varchar(64) primary key,
    window_start timestamptz not null,
    attempts     integer     not null
);
create index login_throttle_by_start on login_throttle (window_start);

create table signing_key (
    kid                varchar(32) primary key,
    public_jwk         text        not null,
    sealed_private_jwk bytea       not null,
    created_at         timestamptz not null,
    retired_at         timestamptz,
    verifies_until     timestamptz
);
create unique index one_key_signs on signing_key ((true)) where retired_at is null;
comment on column signing_key.verifies_until is 'A retired key checks what it signed until then; null while it signs.';

create table platform_secret (
    name       varchar(64) primary key,
    sealed     bytea       not null,
    created_at timestamptz not null
);
