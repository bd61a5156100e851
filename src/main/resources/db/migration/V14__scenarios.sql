-- Plans for facilities and roads that planners keep under a name.
CREATE TABLE circle_scenario (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name       text COLLATE "C" NOT NULL UNIQUE CHECK (char_length(name) BETWEEN 1 AND 100),
    note       text NOT NULL CHECK (char_length(note) <= 2000),
    -- By what its effects are asked for where nobody says otherwise.
    standard   text COLLATE "C" NOT NULL,
    profile    text COLLATE "C" NOT NULL,
    rule       text COLLATE "C" NOT NULL CHECK (rule IN ('TIME', 'DISTANCE')),
    -- As it was given. It names facilities that may be gone one day.
    plan       json NOT NULL,
    -- Beside the plans, so that lists need not read them.
    added      integer NOT NULL GENERATED ALWAYS AS (json_array_length(plan -> 'added')) STORED,
    moved      integer NOT NULL GENERATED ALWAYS AS (json_array_length(plan -> 'moved')) STORED,
    closed     integer NOT NULL GENERATED ALWAYS AS (json_array_length(plan -> 'closed')) STORED,
    roads      integer NOT NULL GENERATED ALWAYS AS (json_array_length(plan -> 'roads')) STORED,
    created_by text NOT NULL,
    created_at timestamptz NOT NULL,
    -- Tells what is written from what was there before; never the same twice, nor after a restore.
    changed_by text NOT NULL,
    changed_at timestamptz NOT NULL
);
