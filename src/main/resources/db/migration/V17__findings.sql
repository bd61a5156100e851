-- Rows of a draft that can't be grids as they are (no code of their own, no valid polygon …): kept
-- beside its grids, so that nothing is lost, and shown as findings. Only drafts have any.
CREATE TABLE unfit_grid (
    edition     text COLLATE "C" NOT NULL REFERENCES edition ON DELETE CASCADE,
    number      integer NOT NULL,
    code        text COLLATE "C" NOT NULL,
    level       text NOT NULL CHECK (level IN ('COMMUNITY', 'GENERAL', 'MICRO', 'DEDICATED')),
    name        text NOT NULL,
    kind        text,
    parent_code text COLLATE "C" NOT NULL,
    households  integer,
    geom        geometry(MultiPolygon, 4326) NOT NULL,
    PRIMARY KEY (edition, number)
);

-- What was found wrong with an edition when it was checked: a data set that comes with it.
ALTER TABLE data_set DROP CONSTRAINT data_set_name_check;
ALTER TABLE data_set ADD CONSTRAINT data_set_name_check CHECK (
    name IN ('address', 'road', 'facility', 'residential_land', 'responder', 'alias', 'finding'));

CREATE TABLE finding (
    data_set      bigint NOT NULL,
    number        integer NOT NULL,
    kind          text NOT NULL,
    severity      text NOT NULL CHECK (severity IN ('ERROR', 'WARNING')),
    level         text CHECK (level IN ('COMMUNITY', 'GENERAL', 'MICRO', 'DEDICATED')),
    -- The codes of the grids that it is about, the one at fault first, between commas.
    grids         text NOT NULL,
    sentence      text NOT NULL,
    sentence_en   text NOT NULL,
    width         double precision,
    square_metres double precision,
    count         bigint,
    detail        text,
    geom          geometry(Point, 4326),
    area          geometry(MultiPolygon, 4326),
    PRIMARY KEY (data_set, number)
);
CREATE INDEX finding_geom ON finding USING gist (geom);
CREATE INDEX finding_area ON finding USING gist (area);
