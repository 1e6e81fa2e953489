-- What was decided when the database was made and cannot change, by name. "log": which log the positions in this database are of.
CREATE TABLE cx_setting (
    name  text PRIMARY KEY,
    value text NOT NULL
);

-- What has rows has them in this database.
INSERT INTO cx_setting (name, value) SELECT 'log', 'postgresql' WHERE EXISTS (SELECT FROM cx_partition WHERE last_row > 0);
