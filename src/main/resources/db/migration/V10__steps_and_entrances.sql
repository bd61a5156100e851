-- Flights of steps, which not everyone can walk.
ALTER TABLE road ADD COLUMN steps boolean NOT NULL DEFAULT false;

-- Whether the ways are cut already wherever they join, and join at their ends only.
ALTER TABLE road ADD COLUMN noded boolean NOT NULL DEFAULT false;

-- The code, in the same data set, of the facility that a row is one more entrance of; null for a
-- facility.
ALTER TABLE facility ADD COLUMN entrance_of text COLLATE "C";
