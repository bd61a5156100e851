-- A publication may be effective at a later time, and nobody touches a row then: what is in force
-- follows from the time alone.

-- A number is never given again, not even that of a discarded draft: the audit names editions by it.
CREATE TABLE edition_number (
    district text COLLATE "C" PRIMARY KEY,
    last     integer NOT NULL
);
INSERT INTO edition_number SELECT district, max(number) FROM edition GROUP BY district;

-- For counting the grids of editions without reading them.
CREATE INDEX grid_level ON grid (edition, level);

-- Null for a data set that came with an edition, which comes into force when that does, and for one
-- that is to be removed. The publications count here since an import that waited for another one
-- began before it, and yet came into force after it.
ALTER TABLE data_set ADD COLUMN in_force_from timestamptz;
UPDATE data_set
SET in_force_from = greatest(
    imported_at,
    (SELECT max(effective_from)
     FROM data_set AS other JOIN publication ON publication.edition = other.edition
     WHERE other.district = data_set.district AND other.name = data_set.name))
WHERE edition IS NULL AND in_force;

DROP VIEW address_in_force;
ALTER TABLE data_set DROP COLUMN in_force;

-- Of the publications of a district for one moment the last counts; the others never have an effect.
CREATE VIEW publication_standing AS
SELECT DISTINCT ON (edition.district, publication.effective_from)
    edition.district, edition.district_name, edition.number, publication.*
FROM publication JOIN edition ON edition.id = publication.edition
ORDER BY edition.district, publication.effective_from, publication.id DESC;

CREATE FUNCTION edition_in_force_at(moment timestamptz)
RETURNS TABLE (district text, district_name text, number integer, id text)
LANGUAGE sql STABLE ROWS 20
BEGIN ATOMIC
    SELECT DISTINCT ON (standing.district)
        standing.district, standing.district_name, standing.number, standing.edition
    FROM publication_standing AS standing
    WHERE standing.effective_from <= moment
    ORDER BY standing.district, standing.effective_from DESC;
END;

CREATE OR REPLACE VIEW edition_in_force AS
SELECT
    edition.district COLLATE "C" AS district,
    edition.district_name,
    edition.number,
    edition.id COLLATE "C" AS id
FROM (SELECT clock_timestamp() AS moment) AS clock
CROSS JOIN LATERAL edition_in_force_at(clock.moment) AS edition;

-- When each data set came or comes into force; null while it waits with a draft. number is that of
-- the edition that it came with, 0 where it came alone.
CREATE VIEW data_set_effective AS
SELECT
    data_set.version,
    data_set.district,
    data_set.name,
    data_set.edition,
    coalesce(edition.number, 0) AS number,
    coalesce(data_set.in_force_from, first.effective_from) AS effective_from
FROM data_set
LEFT JOIN edition ON edition.id = data_set.edition
LEFT JOIN (
    SELECT edition, min(effective_from) AS effective_from
    FROM publication_standing GROUP BY edition) AS first
    ON first.edition = data_set.edition;

-- The data sets beside an edition when it is in force at a moment: of each name the one that came
-- into force last, leaving out those that came with editions of a higher number. So publishing an
-- earlier edition brings its data sets back, but for those that others, alone, have replaced since.
CREATE FUNCTION data_set_beside(edition_id text, moment timestamptz)
RETURNS TABLE (name text, version bigint)
LANGUAGE sql STABLE ROWS 5
BEGIN ATOMIC
    SELECT DISTINCT ON (data_set.name) data_set.name, data_set.version
    FROM edition JOIN data_set_effective AS data_set
        ON data_set.district = edition.district
        AND data_set.number <= edition.number
        AND (data_set.effective_from <= moment OR data_set.edition = edition.id)
    WHERE edition.id = edition_id
    ORDER BY data_set.name, least(data_set.effective_from, moment) DESC, data_set.version DESC;
END;

CREATE FUNCTION data_set_in_force_at(moment timestamptz)
RETURNS TABLE (district text, name text, version bigint)
LANGUAGE sql STABLE ROWS 100
BEGIN ATOMIC
    SELECT edition.district, data_set.name, data_set.version
    FROM edition_in_force_at(moment) AS edition
    CROSS JOIN LATERAL data_set_beside(edition.id, moment) AS data_set;
END;

CREATE VIEW data_set_in_force AS
SELECT data_set.district COLLATE "C" AS district, data_set.name, data_set.version
FROM (SELECT clock_timestamp() AS moment) AS clock
CROSS JOIN LATERAL data_set_in_force_at(clock.moment) AS data_set;

-- The editions whose addresses are kept placed, each with the moment that tells which those are.
CREATE VIEW edition_awaited AS
SELECT awaited.*
FROM (SELECT clock_timestamp() AS moment) AS clock
CROSS JOIN LATERAL (
    SELECT edition.district, edition.number, edition.id, true AS in_force, clock.moment
    FROM edition_in_force_at(clock.moment) AS edition
    UNION ALL
    SELECT district, number, id, false, clock.moment FROM edition WHERE state = 'DRAFT'
    UNION ALL
    SELECT district, number, edition, false, effective_from
    FROM publication_standing WHERE effective_from > clock.moment) AS awaited;

-- Goes up with every change of what is in force, also when a publication becomes effective.
CREATE FUNCTION atlas_version_at(moment timestamptz) RETURNS bigint
LANGUAGE sql STABLE
RETURN (SELECT version FROM atlas_version)
    + (SELECT count(*) FROM publication WHERE effective_from <= moment);

CREATE VIEW address_in_force AS
SELECT
    (address.data_set << 32) | address.number AS id,
    edition.district COLLATE "C" AS district,
    edition.id COLLATE "C" AS edition,
    address.text,
    address.households,
    assignment.outcome,
    assignment.micro,
    assignment.general,
    assignment.community,
    assignment.town,
    assignment.dedicated,
    address.geom
FROM (SELECT clock_timestamp() AS moment) AS clock
CROSS JOIN LATERAL edition_in_force_at(clock.moment) AS edition
CROSS JOIN LATERAL data_set_beside(edition.id, clock.moment) AS data_set
JOIN address ON address.data_set = data_set.version
LEFT JOIN assignment
    ON assignment.edition = edition.id
    AND assignment.data_set = address.data_set
    AND assignment.address = address.number
WHERE data_set.name = 'address';
