-- Customers' states, in a table of their own: they are nearly all that is ever saved, so that many share one statement, and a
-- customer's key, workspace/id, can look like that of a shard.
CREATE TABLE cx_customer_state (
    customer text    COLLATE "C" PRIMARY KEY,
    version  integer NOT NULL,
    state    bytea   NOT NULL
);

COMMENT ON COLUMN cx_customer_state.version IS 'Counts the writes: a writer names the one it has read.';

-- As with the log's bodies: PostgreSQL's own way of compressing costs more than it saves.
DO $$
BEGIN
    ALTER TABLE cx_customer_state ALTER COLUMN state SET COMPRESSION lz4;
EXCEPTION WHEN feature_not_supported THEN
    ALTER TABLE cx_customer_state ALTER COLUMN state SET STORAGE EXTERNAL;
END
$$;

-- Writes many, and answers whose were written: who has read nothing may only insert, and who has read a version may only replace that
-- one, never bring back what was erased meanwhile. Without the settings the planner may read the whole table, which it takes for small
-- until it was analyzed. Two writers that meet in the same rows may wait for each other in a circle; the server then fails one of them.
CREATE FUNCTION cx_write_customer_states(customers text[], read_versions integer[], states bytea[]) RETURNS SETOF text
LANGUAGE sql
SET enable_seqscan = off
SET enable_hashjoin = off
SET enable_mergejoin = off
AS $$
    WITH given AS (
        SELECT * FROM unnest(customers, read_versions, states) AS g (customer, read_version, state)
    ), replaced AS (
        UPDATE cx_customer_state AS s SET state = g.state, version = s.version + 1
        FROM given AS g
        WHERE s.customer = g.customer COLLATE "C" AND s.version = g.read_version
        RETURNING s.customer
    ), added AS (
        INSERT INTO cx_customer_state (customer, version, state)
        SELECT customer, 1, state FROM given WHERE read_version = 0
        ON CONFLICT DO NOTHING
        RETURNING customer
    )
    SELECT customer FROM replaced UNION ALL SELECT customer FROM added
$$;

-- A silo of an older version would go on with customers that are no longer where it looks. It cannot write any state from here on, and so
-- never commit: the function it calls by name has another. What is being written right now is waited for.
LOCK TABLE orleansstorage IN SHARE ROW EXCLUSIVE MODE;
ALTER FUNCTION cx_write_state RENAME TO cx_write_grain_state;
UPDATE orleansquery SET querytext = replace(querytext, 'cx_write_state(', 'cx_write_grain_state(') WHERE querykey = 'WriteToStorageKey';

-- What was saved and is not in the index yet stands behind the committed row, and is folded again.
WITH moved AS (
    DELETE FROM orleansstorage AS s
    USING cx_customer AS c
    WHERE s.graintypestring = 'state' AND s.grainidextensionstring = c.workspace || '/' || c.customer
    RETURNING s.grainidextensionstring, s.version, s.payloadbinary
)
INSERT INTO cx_customer_state SELECT * FROM moved;
