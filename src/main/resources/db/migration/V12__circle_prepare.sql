-- The editions that are coming whose living circle a server holds ready, or could not make; null
-- where it does without, and before it has told.
ALTER TABLE server ADD COLUMN circles_prepared text[] COLLATE "C";
-- All that was committed before it was seen when these were told.
ALTER TABLE server ADD COLUMN circles_as_of timestamptz;
