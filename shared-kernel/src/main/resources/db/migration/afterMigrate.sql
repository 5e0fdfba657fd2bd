-- The application's role works on every table, and can neither change nor delete what happened.
do $$ begin
    if exists (select from pg_roles where rolname = 'nexnum_app') then
        grant usage on schema public to nexnum_app;
        grant select, insert, update, delete on all tables in schema public to nexnum_app;
        grant usage, select on all sequences in schema public to nexnum_app;
        grant truncate on all tables in schema public to nexnum_app;
        grant execute on function rebuild_open(text), rebuild_index(text, boolean), rebuild_switch(text), rebuild_drop(text)
            to nexnum_app;
        grant execute on function rebuild_return(text), rebuild_drop_previous(text) to nexnum_app;
        revoke update, delete, truncate on domain_event_entry, operation_claim from nexnum_app;
        revoke update, delete, truncate on dead_letter_discard from nexnum_app;
    end if;
end $$;
