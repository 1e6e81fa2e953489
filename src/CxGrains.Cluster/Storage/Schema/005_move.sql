-- A data directory of the embedded runtime that was moved in, or is on its way: one at most. While it is on its way nothing else is
-- appended. The partitions say so too, because whoever appends holds their rows, and must see a move that began before.
CREATE TABLE cx_move (
    source    text    PRIMARY KEY,
    is_sealed boolean NOT NULL DEFAULT false
);

ALTER TABLE cx_partition ADD COLUMN is_moving boolean NOT NULL DEFAULT false;
