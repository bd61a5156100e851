-- The running servers. Each tells again and again that it lives; one that does not for some seconds
-- is not counted on, and its row removed. After a crash of the database they all tell anew.
CREATE UNLOGGED TABLE server (
    name          text COLLATE "C" PRIMARY KEY,
    seen_at       timestamptz NOT NULL,
    atlas_version bigint NOT NULL,
    -- The edition whose part it holds ready.
    prepared      text COLLATE "C"
);

-- The editions that are being published, which the servers are to hold ready. The row of a
-- publisher that was killed expires.
CREATE UNLOGGED TABLE edition_to_prepare (
    edition      text COLLATE "C" PRIMARY KEY REFERENCES edition ON DELETE CASCADE,
    announced_at timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL
);
