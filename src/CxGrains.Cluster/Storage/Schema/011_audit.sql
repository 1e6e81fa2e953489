-- Who read and changed what of customers. A customer is known by a keyed hash only.
CREATE TABLE cx_audit (
    seq       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    workspace text   COLLATE "C" NOT NULL,
    at_ms     bigint NOT NULL,
    by_key    text   COLLATE "C" NOT NULL,
    by_name   text   NOT NULL,
    action    text   COLLATE "C" NOT NULL,
    subject   text   COLLATE "C" NOT NULL,
    address   text   NOT NULL,
    detail    text   NOT NULL
);

CREATE INDEX cx_audit_page ON cx_audit (workspace, seq);
CREATE INDEX cx_audit_subject ON cx_audit (workspace, subject, seq);
CREATE INDEX cx_audit_action ON cx_audit (workspace, action, seq);
CREATE INDEX cx_audit_by ON cx_audit (workspace, by_key, seq);
CREATE INDEX cx_audit_age ON cx_audit (at_ms);

-- What the hashes are keyed with; one for all nodes.
CREATE TABLE cx_audit_salt (
    one  boolean PRIMARY KEY CHECK (one),
    salt bytea   NOT NULL
);
