-- Customers whose state was deleted because they were erased, as keyed hashes: a worker that was superseded and does not know it may hand
-- old records to a customer of whom nothing is stored any more, and would make it anew.
CREATE TABLE cx_erased (
    mark     bytea       PRIMARY KEY,
    position bigint      NOT NULL,
    made     timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX cx_erased_age ON cx_erased (made);

COMMENT ON COLUMN cx_erased.position IS 'Where it was erased: a state as of there or before is refused.';

-- A silo of an older version would bring erased customers back. It cannot write states from here on, and so never commit.
DROP FUNCTION cx_write_customer_states(text[], integer[], bytea[]);

-- As before, and who inserts must stand behind the erase; then it is a customer that began anew, and its mark goes. The mark is looked for
-- once the row is there: an insert waits for whoever is deleting the row, and only a statement that begins after it sees the mark that was
-- written with that. Marks and positions are those of who inserts; the others' are not looked at.
CREATE FUNCTION cx_write_customer_states(customers text[], read_versions integer[], states bytea[], marks bytea[], positions bigint[]) RETURNS SETOF text
LANGUAGE plpgsql
SET enable_seqscan = off
SET enable_hashjoin = off
SET enable_mergejoin = off
AS $$
DECLARE
    added   text[];
    refused text[];
BEGIN
    RETURN QUERY
    UPDATE cx_customer_state AS s SET state = g.state, version = s.version + 1
    FROM unnest(customers, read_versions, states) AS g (customer, read_version, state)
    WHERE s.customer = g.customer COLLATE "C" AND s.version = g.read_version
    RETURNING s.customer;

    WITH a AS (
        INSERT INTO cx_customer_state (customer, version, state)
        SELECT g.customer, 1, g.state FROM unnest(customers, read_versions, states) AS g (customer, read_version, state) WHERE g.read_version = 0
        ON CONFLICT DO NOTHING
        RETURNING customer
    )
    SELECT coalesce(array_agg(a.customer), '{}') INTO added FROM a;
    IF cardinality(added) = 0 THEN
        RETURN;
    END IF;

    WITH r AS (
        DELETE FROM cx_customer_state AS s
        USING unnest(customers, marks, positions) AS g (customer, mark, position), cx_erased AS e
        WHERE g.customer = ANY (added) AND e.mark = g.mark AND g.position <= e.position AND s.customer = g.customer COLLATE "C"
        RETURNING s.customer
    )
    SELECT coalesce(array_agg(r.customer), '{}') INTO refused FROM r;

    DELETE FROM cx_erased AS e
    USING unnest(customers, marks, positions) AS g (customer, mark, position)
    WHERE g.customer = ANY (added) AND e.mark = g.mark AND g.position > e.position;

    RETURN QUERY SELECT a.customer FROM unnest(added) AS a (customer) WHERE a.customer <> ALL (refused);
END
$$;
