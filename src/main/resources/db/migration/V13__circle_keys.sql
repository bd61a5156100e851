-- A run has millions of rows, so that each has tables of its own, which are filled before anyone else
-- can see them and dropped rather than emptied: circle_group_7 and circle_result_7 for run 7. What was
-- computed before is computed again.
DROP VIEW circle_in_force;
DROP VIEW circle_run_in_force;
DROP TABLE circle_run, circle_group, circle_result;
DELETE FROM circle_equity;

CREATE TABLE circle_run (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- In which all that follows is numbered: after a restore the same numbers may stand for something
    -- else, and what is of another history is never found.
    history          uuid NOT NULL,
    -- Ascending, as are the versions of the data sets of all districts.
    editions         text[] COLLATE "C" NOT NULL,
    roads            bigint[] NOT NULL,
    facilities       bigint[] NOT NULL,
    addresses        bigint[] NOT NULL,
    land             bigint[] NOT NULL,
    -- How far from the walking network an address or a facility may lie.
    snap_metres      double precision NOT NULL,
    standard         text COLLATE "C" NOT NULL,
    standard_version text COLLATE "C" NOT NULL,
    profile          text COLLATE "C" NOT NULL,
    rule             text COLLATE "C" NOT NULL CHECK (rule IN ('TIME', 'DISTANCE')),
    metres_per_second double precision NOT NULL,
    computed_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    UNIQUE (
        history, editions, roads, facilities, addresses, land, snap_metres,
        standard, standard_version, profile, rule)
);

CREATE TABLE circle_group (
    run        bigint NOT NULL,
    number     integer NOT NULL,
    level      text NOT NULL CHECK (level IN ('MICRO', 'GENERAL', 'COMMUNITY', 'TOWN', 'DISTRICT')),
    code       text COLLATE "C" NOT NULL,
    households bigint NOT NULL,
    addresses  bigint NOT NULL,
    no_network bigint NOT NULL,
    land_m2    double precision NOT NULL,
    score      double precision,
    PRIMARY KEY (run, number)
) PARTITION BY LIST (run);

CREATE TABLE circle_result (
    run              bigint NOT NULL,
    -- Of the group.
    number           integer NOT NULL,
    -- In the order of the standard.
    place            integer NOT NULL,
    category         text COLLATE "C" NOT NULL,
    minutes          double precision,
    minutes90        double precision,
    nearest          text,
    share_households double precision,
    share_addresses  double precision,
    share_area       double precision,
    within           integer,
    PRIMARY KEY (run, number, place)
) PARTITION BY LIST (run);

-- The runs of what is in force.
CREATE VIEW circle_run_in_force AS
SELECT run.*
FROM circle_run AS run
WHERE run.history = (SELECT id FROM history)
    AND run.editions = ARRAY(SELECT id FROM edition_in_force ORDER BY id)
    AND run.roads = ARRAY(
        SELECT version FROM data_set_in_force WHERE name = 'road' ORDER BY version)
    AND run.facilities = ARRAY(
        SELECT version FROM data_set_in_force WHERE name = 'facility' ORDER BY version)
    AND run.addresses = ARRAY(
        SELECT version FROM data_set_in_force WHERE name = 'address' ORDER BY version)
    AND run.land = ARRAY(
        SELECT version FROM data_set_in_force WHERE name = 'residential_land' ORDER BY version);

-- The grids in force with what they reach, for SQL and GIS: a row for each category of each run, to
-- be narrowed down by level, standard, profile, rule, snap_metres and category. The id is unique.
CREATE VIEW circle_in_force AS
SELECT
    (run.id << 40) | (result.number::bigint << 8) | result.place AS id,
    run.standard,
    run.standard_version,
    run.profile,
    run.rule,
    run.metres_per_second,
    run.snap_metres,
    run.computed_at,
    grid.district,
    grid.edition,
    grid.level,
    grid.code,
    grid.name,
    part.households,
    part.addresses,
    part.no_network,
    part.land_m2,
    part.score,
    result.category,
    result.minutes,
    result.minutes90,
    result.nearest,
    result.share_households,
    result.share_addresses,
    result.share_area,
    result.within,
    grid.geom
FROM circle_run_in_force AS run
JOIN circle_group AS part ON part.run = run.id
JOIN circle_result AS result ON result.run = run.id AND result.number = part.number
JOIN grid_in_force AS grid ON grid.code = part.code AND grid.level = part.level;
