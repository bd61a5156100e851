-- How to reach a responder, such as a duty telephone; shown to dispatchers only.
ALTER TABLE responder ADD COLUMN contact text;
