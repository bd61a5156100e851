-- Everything done that changes something: who, when, what, from where. Rows are only ever added, in
-- the transaction of what they tell of.
CREATE TABLE audit (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at             timestamptz NOT NULL DEFAULT clock_timestamp(),
    who            text NOT NULL,
    origin         text NOT NULL,
    action         text NOT NULL,
    subject        text NOT NULL,
    edition_before text COLLATE "C",
    edition_after  text COLLATE "C"
);

CREATE TRIGGER only_added BEFORE UPDATE OR DELETE ON audit
FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER never_emptied BEFORE TRUNCATE ON audit
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER never_emptied BEFORE TRUNCATE ON publication
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
