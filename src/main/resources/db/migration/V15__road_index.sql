-- For boxes of roads; what is not in force any more is little beside what is.
CREATE INDEX road_geom ON road USING gist (geom);
