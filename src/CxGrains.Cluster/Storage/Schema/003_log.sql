-- The log, one sequence of rows for each partition. Whoever appends holds the partition's row from taking numbers to
-- the commit, so that rows become visible in the order of their numbers and a hole never fills in behind a reader.
-- The row changes with every transaction: free space on its page keeps its versions there.
CREATE TABLE cx_partition (
    partition integer PRIMARY KEY,
    last_row  bigint  NOT NULL DEFAULT 0,
    appended  bigint  NOT NULL DEFAULT 0,
    committed bigint  NOT NULL DEFAULT 0
) WITH (fillfactor = 10);

COMMENT ON COLUMN cx_partition.appended IS 'Interactions ever appended.';
COMMENT ON COLUMN cx_partition.committed IS 'Interactions ever cut, because their effect is durable.';

CREATE TABLE cx_log (
    partition    integer NOT NULL,
    "row"        bigint  NOT NULL,
    interactions integer NOT NULL,
    body         bytea   NOT NULL,
    PRIMARY KEY (partition, "row")
);

-- Bodies are JSON, large, and live for seconds. Compressing them in PostgreSQL's own way takes more than half of the time of
-- appending; lz4 is faster even than not compressing, as less is written. Not every build of the server has it.
DO $$
BEGIN
    ALTER TABLE cx_log ALTER COLUMN body SET COMPRESSION lz4;
EXCEPTION WHEN feature_not_supported THEN
    ALTER TABLE cx_log ALTER COLUMN body SET STORAGE EXTERNAL;
END
$$;
