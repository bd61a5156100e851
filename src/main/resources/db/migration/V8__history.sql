-- Editions, data sets and the atlas' version are numbered within one history. A restore begins
-- another, in which the same numbers may stand for something else.
CREATE TABLE history (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    id       uuid NOT NULL DEFAULT gen_random_uuid()
);
INSERT INTO history DEFAULT VALUES;
