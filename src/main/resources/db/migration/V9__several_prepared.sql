-- The editions whose parts a server holds ready are several when they come into force at one moment.
ALTER TABLE server DROP COLUMN prepared;
ALTER TABLE server ADD COLUMN prepared text[] COLLATE "C" NOT NULL DEFAULT '{}';
