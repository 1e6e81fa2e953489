-- Small documents that no partition needs to know, such as connections to other tools.
CREATE TABLE IF NOT EXISTS cx_document (
    workspace text    COLLATE "C" NOT NULL,
    kind      text    COLLATE "C" NOT NULL,
    id        text    COLLATE "C" NOT NULL,
    key       text    COLLATE "C",
    json      text    NOT NULL,
    version   integer NOT NULL,
    PRIMARY KEY (workspace, kind, id)
);

CREATE UNIQUE INDEX IF NOT EXISTS cx_document_key ON cx_document (kind, key);

-- What other tools sent and could not be read.
CREATE TABLE IF NOT EXISTS cx_payload (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    workspace   text   COLLATE "C" NOT NULL,
    source      text   COLLATE "C" NOT NULL,
    received_ms bigint NOT NULL,
    reason      text   NOT NULL,
    body        bytea  NOT NULL
);

CREATE INDEX IF NOT EXISTS cx_payload_workspace ON cx_payload (workspace, id);

CREATE TABLE IF NOT EXISTS cx_payload_dropped (
    workspace text   COLLATE "C" PRIMARY KEY,
    count     bigint NOT NULL
);
