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
        revoke update, delete, truncate on audit_change, settlement_statement, settlement_line from nexnum_app;
        grant execute on function audit_forget_addresses(text) to nexnum_app;
        revoke update, delete, truncate on proof_block from nexnum_app;
        revoke delete, truncate on proof_key from nexnum_app;
        begin
            -- Replays and verifications keep their scratch tables in the session.
            execute format('grant temporary on database %I to nexnum_app', current_database());
        exception when insufficient_privilege then
            raise notice 'Whoever owns the database must grant nexnum_app TEMPORARY on it';
        end;
        revoke update, delete, truncate on audit_view from nexnum_app;
        grant update (status, answered_at) on audit_view to nexnum_app;
        revoke update, delete, truncate on dead_letter_discard from nexnum_app;
    end if;
end $$;
