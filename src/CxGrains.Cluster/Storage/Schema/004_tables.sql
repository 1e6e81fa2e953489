-- The index: what lists, search and the due-list need of each customer.
CREATE TABLE cx_customer (
    workspace text    COLLATE "C" NOT NULL,
    customer  text    COLLATE "C" NOT NULL,
    partition integer NOT NULL,
    position  bigint  NOT NULL,
    entry     bytea   NOT NULL,
    PRIMARY KEY (workspace, customer)
);

CREATE INDEX cx_customer_partition ON cx_customer (partition);

-- Accepted interactions that could not be folded.
CREATE TABLE cx_quarantine (
    partition integer     NOT NULL,
    position  bigint      NOT NULL,
    workspace text        NOT NULL,
    line      bytea       NOT NULL,
    error     text        NOT NULL,
    at        timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (partition, position)
);

CREATE TABLE cx_workspace (
    id   text COLLATE "C" PRIMARY KEY,
    name text NOT NULL
);

-- Keys are stored hashed. Scopes are the bits of the contract's key scopes.
CREATE TABLE cx_key (
    hash       text    COLLATE "C" PRIMARY KEY,
    workspace  text    COLLATE "C" NOT NULL,
    scopes     integer NOT NULL,
    name       text    NOT NULL,
    created_ms bigint  NOT NULL
);
