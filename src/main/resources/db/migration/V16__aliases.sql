-- Other and former names of places (别名), by which addresses are understood.
ALTER TABLE data_set DROP CONSTRAINT data_set_name_check;
ALTER TABLE data_set ADD CONSTRAINT data_set_name_check CHECK (
    name IN ('address', 'road', 'facility', 'residential_land', 'responder', 'alias'));

CREATE TABLE alias (
    data_set  bigint NOT NULL,
    kind      text NOT NULL
        CHECK (kind IN ('DISTRICT', 'TOWN', 'COMMUNITY', 'ROAD', 'ESTATE', 'LANDMARK')),
    name      text COLLATE "C" NOT NULL,
    alias     text COLLATE "C" NOT NULL,
    -- The first day on which it was called so, and the first on which it was not any more.
    from_day  date,
    until_day date
);
CREATE INDEX alias_data_set ON alias (data_set);
