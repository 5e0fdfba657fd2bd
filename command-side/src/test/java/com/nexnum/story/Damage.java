package com.nexnum.story;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Events that are stored otherwise than they happened, as a bad disk or a newer version would. */
record Damage(JdbcClient sql, TransactionTemplate transaction) {

    void prepare() {
        sql.sql(
                        """
                        create table if not exists damage (
                            holds text, name text, new_name text, new_payload text);
                        create table if not exists damaged (
                            event_identifier text, payload_type text, payload text);
                        create or replace function damage() returns trigger language plpgsql as $$
                        declare d damage;
                        begin
                            select * into d from damage
                             where name = new.payload_type
                               and new.payload like '%' || holds || '%' limit 1;
                            if found then
                                insert into damaged
                                values (new.event_identifier, new.payload_type, new.payload);
                                new.payload_type := coalesce(d.new_name, new.payload_type);
                                new.payload := coalesce(d.new_payload, new.payload);
                            end if;
                            return new;
                        end $$;
                        create or replace trigger damage before insert on domain_event_entry
                            for each row execute function damage();
                        """)
                .update();
    }

    /** Events of the name that hold the text are stored with a payload that is cut off. */
    void cutsOff(String name, String holds) {
        add(name, holds, null, "{\"activationId\":");
    }

    /** Events of the name that hold the text are stored under a name that nobody knows. */
    void renames(String name, String holds) {
        add(name, holds, name + "-in-the-future", null);
    }

    private void add(
            String name, String holds, @Nullable String newName, @Nullable String newPayload) {
        sql.sql("insert into damage values (:holds, :name, :newName, :newPayload)")
                .param("holds", holds)
                .param("name", name)
                .param("newName", newName)
                .param("newPayload", newPayload)
                .update();
    }

    /** As the owner does it, with the guard off for one transaction. */
    void repair() {
        transaction.executeWithoutResult(_ -> {
            sql.sql("alter table domain_event_entry disable trigger events_are_for_ever").update();
            sql.sql(
                            """
                            update domain_event_entry e
                               set payload_type = d.payload_type, payload = d.payload
                              from damaged d where d.event_identifier = e.event_identifier
                            """)
                    .update();
            sql.sql("alter table domain_event_entry enable trigger events_are_for_ever").update();
            sql.sql("delete from damage").update();
            sql.sql("delete from damaged").update();
        });
    }
}
