-- API tokens. Of a secret only the SHA-256 is kept. Rows stay when a token is revoked; its name may
-- then be used again.
CREATE TABLE api_token (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name       text COLLATE "C" NOT NULL,
    role       text NOT NULL
        CHECK (role IN ('VIEWER', 'DISPATCHER', 'PLANNER', 'PUBLISHER', 'ADMIN')),
    hash       text COLLATE "C" NOT NULL UNIQUE CHECK (hash ~ '^[0-9a-f]{64}$'),
    created_at timestamptz NOT NULL,
    expires_at timestamptz,
    revoked_at timestamptz
);
CREATE UNIQUE INDEX api_token_name ON api_token (name) WHERE revoked_at IS NULL;
