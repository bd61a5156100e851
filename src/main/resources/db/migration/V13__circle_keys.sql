-- A run has millions of rows, so that each has tables of its own, which are filled before anyone else
-- can see them and dropped rather than emptied: circle_group_7 and circle_result_7 for run 7. What was
-- computed before is computed again. The views are there for others to build upon, so that they stay,
-- and what is new in them comes last.
TRUNCATE circle_run, circle_equity;
ALTER TABLE circle_run
    -- In which all else is numbered: after a restore the same numbers may stand for something else, and
    -- what is of another history is never found.
    ADD COLUMN history uuid NOT NULL,
    DROP CONSTRAINT circle_run_editions_roads_facilities_addresses_land_snap_me_key,
    ADD UNIQUE (
        history, editions, roads, facilities, addresses, land, snap_metres,
        standard, standard_version, profile, rule);

ALTER TABLE circle_group RENAME TO circle_group_before;
ALTER INDEX circle_group_pkey RENAME TO circle_group_before_pkey;
ALTER TABLE circle_result RENAME TO circle_result_before;
ALTER INDEX circle_result_pkey RENAME TO circle_result_before_pkey;

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
CREATE OR REPLACE VIEW circle_run_in_force AS
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
CREATE OR REPLACE VIEW circle_in_force AS
SELECT
    (run.id << 40) | (result.number::bigint << 8) | result.place AS id,
    run.standard,
    run.standard_version,
    run.profile,
    run.rule,
    run.metres_per_second,
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
    grid.geom,
    run.snap_metres,
    run.computed_at
FROM circle_run_in_force AS run
JOIN circle_group AS part ON part.run = run.id
JOIN circle_result AS result ON result.run = run.id AND result.number = part.number
JOIN grid_in_force AS grid ON grid.code = part.code AND grid.level = part.level;

DROP TABLE circle_group_before, circle_result_before;
