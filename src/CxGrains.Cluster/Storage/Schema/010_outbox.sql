-- Where alerts are sent. A destination's message is out with the node that holds its lease, which ends by itself.
CREATE TABLE cx_destination (
    workspace      text    COLLATE "C" NOT NULL,
    id             text    COLLATE "C" NOT NULL,
    definition     text    NOT NULL,
    enabled        boolean NOT NULL,
    severity       integer NOT NULL,
    hold_ms        bigint  NOT NULL DEFAULT 0,
    lease          text    NOT NULL DEFAULT '',
    lease_until_ms bigint  NOT NULL DEFAULT 0,
    PRIMARY KEY (workspace, id)
);

-- Alerts that were taken, so that a replay takes none twice.
CREATE TABLE cx_alert_taken (
    workspace text    COLLATE "C" NOT NULL,
    alert     text    COLLATE "C" NOT NULL,
    partition integer NOT NULL,
    row       bigint  NOT NULL,
    taken_ms  bigint  NOT NULL,
    PRIMARY KEY (workspace, alert)
);

CREATE INDEX cx_alert_taken_age ON cx_alert_taken (partition, taken_ms);

-- States: 0 ready, 1 scheduled, 2 delivered, 3 dead.
CREATE TABLE cx_message (
    seq         bigint  GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id          text    COLLATE "C" NOT NULL UNIQUE,
    workspace   text    COLLATE "C" NOT NULL,
    destination text    COLLATE "C" NOT NULL,
    state       integer NOT NULL,
    severity    integer NOT NULL,
    at_ms       bigint  NOT NULL,
    notice      text    NOT NULL,
    created_ms  bigint  NOT NULL,
    due_ms      bigint  NOT NULL,
    tries       integer NOT NULL DEFAULT 0,
    attempts    integer NOT NULL DEFAULT 0,
    done_ms     bigint  NOT NULL DEFAULT 0,
    why         text,
    FOREIGN KEY (workspace, destination) REFERENCES cx_destination (workspace, id) ON DELETE CASCADE
);

CREATE INDEX cx_message_order ON cx_message (workspace, destination, state, severity DESC, at_ms, seq);
CREATE INDEX cx_message_page ON cx_message (workspace, destination, seq DESC);
CREATE INDEX cx_message_due ON cx_message (due_ms) WHERE state = 1;

CREATE TABLE cx_attempt (
    seq         bigint  NOT NULL REFERENCES cx_message (seq) ON DELETE CASCADE,
    number      integer NOT NULL,
    request     text    NOT NULL,
    at_ms       bigint  NOT NULL,
    duration_ms integer NOT NULL,
    status      integer,
    excerpt     text    NOT NULL,
    error       text,
    PRIMARY KEY (seq, number)
);
