-- Positions are EPSG:4326, longitude first. Codes are compared as bytes.

-- One numbered set of all grids of a district. A SEALED one never changes again.
CREATE TABLE edition (
    id            text COLLATE "C" PRIMARY KEY,
    district      text COLLATE "C" NOT NULL CHECK (district ~ '^[0-9]{6}$'),
    district_name text NOT NULL,
    number        integer NOT NULL CHECK (number > 0),
    state         text NOT NULL CHECK (state IN ('DRAFT', 'SEALED')),
    created_at    timestamptz NOT NULL DEFAULT now(),
    report        jsonb,
    UNIQUE (district, number)
);

CREATE TABLE town (
    edition text COLLATE "C" NOT NULL REFERENCES edition ON DELETE CASCADE,
    code    text COLLATE "C" NOT NULL,
    name    text NOT NULL,
    PRIMARY KEY (edition, code)
);

CREATE TABLE grid (
    edition     text COLLATE "C" NOT NULL REFERENCES edition ON DELETE CASCADE,
    code        text COLLATE "C" NOT NULL CHECK (code ~ '^[0-9A-Za-z-]{1,32}$'),
    level       text NOT NULL CHECK (level IN ('COMMUNITY', 'GENERAL', 'MICRO', 'DEDICATED')),
    name        text NOT NULL,
    kind        text,
    parent_code text COLLATE "C" NOT NULL,
    households  integer CHECK (households >= 0),
    geom        geometry(MultiPolygon, 4326) NOT NULL,
    PRIMARY KEY (edition, code)
);
CREATE INDEX grid_geom ON grid USING gist (geom);

-- What was in force from when. Rows are only ever added: rolling back publishes again.
CREATE TABLE publication (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    edition        text COLLATE "C" NOT NULL REFERENCES edition,
    effective_from timestamptz NOT NULL,
    published_at   timestamptz NOT NULL,
    published_by   text NOT NULL
);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'rows of % never change', TG_TABLE_NAME;
END $$;

CREATE FUNCTION refuse_change_of_sealed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM edition WHERE id = OLD.edition AND state = 'SEALED') THEN
        RAISE EXCEPTION 'edition % is sealed', OLD.edition;
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;

CREATE TRIGGER only_added BEFORE UPDATE OR DELETE ON publication
FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER sealed BEFORE UPDATE OR DELETE ON edition
FOR EACH ROW WHEN (OLD.state = 'SEALED') EXECUTE FUNCTION refuse_change();

CREATE TRIGGER sealed BEFORE UPDATE OR DELETE ON grid
FOR EACH ROW EXECUTE FUNCTION refuse_change_of_sealed();

CREATE TRIGGER sealed BEFORE UPDATE OR DELETE ON town
FOR EACH ROW EXECUTE FUNCTION refuse_change_of_sealed();

CREATE VIEW edition_in_force AS
SELECT DISTINCT ON (edition.district)
    edition.district, edition.district_name, edition.number, edition.id
FROM publication JOIN edition ON edition.id = publication.edition
WHERE publication.effective_from <= clock_timestamp()
ORDER BY edition.district, publication.effective_from DESC, publication.id DESC;

CREATE VIEW grid_in_force AS
SELECT edition_in_force.district, grid.*
FROM edition_in_force JOIN grid ON grid.edition = edition_in_force.id;

-- The data sets belong to the city and are brought district by district. One that came with a
-- draft is in force from when the draft is; it then takes the place of the one before.
CREATE TABLE data_set (
    version     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    district    text COLLATE "C" NOT NULL,
    name        text NOT NULL
        CHECK (name IN ('address', 'road', 'facility', 'residential_land', 'responder')),
    edition     text COLLATE "C" REFERENCES edition ON DELETE CASCADE,
    imported_at timestamptz NOT NULL DEFAULT now(),
    in_force    boolean NOT NULL DEFAULT false
);
CREATE UNIQUE INDEX data_set_in_force ON data_set (district, name) WHERE in_force;

-- The rows name their data set without a foreign key, which would be checked for each of millions.

CREATE TABLE address (
    data_set   bigint NOT NULL,
    text       text NOT NULL,
    households integer,
    geom       geometry(Point, 4326)
);
CREATE INDEX address_data_set ON address (data_set);

CREATE TABLE road (
    data_set bigint NOT NULL,
    code     text COLLATE "C" NOT NULL,
    name     text NOT NULL,
    kind     text NOT NULL,
    layer    integer NOT NULL,
    geom     geometry(MultiLineString, 4326) NOT NULL,
    PRIMARY KEY (data_set, code)
);

CREATE TABLE facility (
    data_set bigint NOT NULL,
    code     text COLLATE "C" NOT NULL,
    name     text NOT NULL,
    category text NOT NULL,
    geom     geometry(Point, 4326) NOT NULL,
    PRIMARY KEY (data_set, code)
);

CREATE TABLE residential_land (
    data_set bigint NOT NULL,
    code     text COLLATE "C" NOT NULL,
    use      text NOT NULL,
    geom     geometry(MultiPolygon, 4326) NOT NULL,
    PRIMARY KEY (data_set, code)
);

-- Posts, not persons.
CREATE TABLE responder (
    data_set  bigint NOT NULL,
    grid_code text COLLATE "C" NOT NULL,
    role      text NOT NULL,
    scope     text NOT NULL
);
CREATE INDEX responder_grid ON responder (data_set, grid_code);

-- Goes up with every change of what is in force; servers compare it with what they hold.
CREATE TABLE atlas_version (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    version  bigint NOT NULL
);
INSERT INTO atlas_version (version) VALUES (0);
