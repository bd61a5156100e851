-- Addresses come by the million. Each data set is a table of its own, which is filled before anyone
-- else can see it and dropped rather than emptied. An address is known by its data set and its
-- number in it.
ALTER TABLE address RENAME TO address_before;
DROP INDEX address_data_set;

CREATE TABLE address (
    data_set   bigint NOT NULL,
    number     integer NOT NULL,
    text       text NOT NULL,
    households integer,
    geom       geometry(Point, 4326),
    PRIMARY KEY (data_set, number)
) PARTITION BY LIST (data_set);
CREATE INDEX address_geom ON address USING gist (geom);

DO $$
DECLARE
    present bigint;
BEGIN
    FOR present IN SELECT version FROM data_set WHERE name = 'address' LOOP
        EXECUTE format(
            'CREATE TABLE address_%1$s PARTITION OF address FOR VALUES IN (%1$s)', present);
    END LOOP;
END $$;

INSERT INTO address
SELECT data_set, row_number() OVER (PARTITION BY data_set ORDER BY ctid), text, households, geom
FROM address_before
WHERE data_set IN (SELECT version FROM data_set);
DROP TABLE address_before;

-- What came of placing each address of a data set in the grids of an edition of its district. Each
-- pair of the two is a table of its own: assignment_510131_1_17 for edition 510131-1 and data set 17.
-- The pairs that are there are those in force and those of drafts.
CREATE TABLE assignment (
    edition   text COLLATE "C" NOT NULL,
    data_set  bigint NOT NULL,
    address   integer NOT NULL,
    outcome   text NOT NULL
        CHECK (outcome IN ('INSIDE', 'ON_BOUNDARY', 'OUTSIDE', 'NO_LOCATION')),
    micro     text COLLATE "C",
    general   text COLLATE "C",
    community text COLLATE "C",
    town      text COLLATE "C",
    dedicated text COLLATE "C"
) PARTITION BY LIST (edition);
CREATE INDEX assignment_address ON assignment (address);
CREATE INDEX assignment_micro ON assignment (micro);
CREATE INDEX assignment_general ON assignment (general);
CREATE INDEX assignment_community ON assignment (community);
CREATE INDEX assignment_dedicated ON assignment (dedicated) WHERE dedicated IS NOT NULL;
CREATE INDEX assignment_outside ON assignment (address) WHERE outcome = 'OUTSIDE';

-- How many addresses of a pair had which outcome. Stays when the pair itself is no longer needed.
CREATE TABLE assignment_summary (
    edition     text COLLATE "C" NOT NULL REFERENCES edition ON DELETE CASCADE,
    data_set    bigint NOT NULL,
    inside      bigint NOT NULL,
    on_boundary bigint NOT NULL,
    outside     bigint NOT NULL,
    no_location bigint NOT NULL,
    placed_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (edition, data_set)
);

-- The addresses in force with their grids, for SQL and GIS. The id is unique; outcome is null where
-- the addresses were not placed in the edition yet.
CREATE VIEW address_in_force AS
SELECT
    (address.data_set << 32) | address.number AS id,
    edition_in_force.district,
    edition_in_force.id AS edition,
    address.text,
    address.households,
    assignment.outcome,
    assignment.micro,
    assignment.general,
    assignment.community,
    assignment.town,
    assignment.dedicated,
    address.geom
FROM edition_in_force
JOIN data_set
    ON data_set.district = edition_in_force.district
    AND data_set.name = 'address'
    AND data_set.in_force
JOIN address ON address.data_set = data_set.version
LEFT JOIN assignment
    ON assignment.edition = edition_in_force.id
    AND assignment.data_set = address.data_set
    AND assignment.address = address.number;
