-- Which silos are up, for Orleans' ADO.NET clustering. Every change of a member also moves the version of its
-- deployment, in one statement: a silo that read an older version changes nothing.

CREATE TABLE orleansmembershipversiontable (
    deploymentid text PRIMARY KEY,
    timestamp    timestamptz NOT NULL DEFAULT now(),
    version      integer     NOT NULL DEFAULT 0
);

CREATE TABLE orleansmembershiptable (
    deploymentid text        NOT NULL REFERENCES orleansmembershipversiontable ON DELETE CASCADE,
    address      text        NOT NULL,
    port         integer     NOT NULL,
    generation   integer     NOT NULL,
    siloname     text        NOT NULL,
    hostname     text        NOT NULL,
    status       integer     NOT NULL,
    proxyport    integer     NOT NULL,
    suspecttimes text,
    starttime    timestamptz NOT NULL,
    iamalivetime timestamptz NOT NULL,
    PRIMARY KEY (deploymentid, address, port, generation)
);

INSERT INTO orleansquery VALUES ('InsertMembershipVersionKey', $$
WITH added AS (
    INSERT INTO orleansmembershipversiontable (deploymentid) VALUES (@DeploymentId) ON CONFLICT DO NOTHING RETURNING 1
)
SELECT EXISTS (SELECT FROM added)
$$);

INSERT INTO orleansquery VALUES ('InsertMembershipKey', $$
WITH moved AS (
    UPDATE orleansmembershipversiontable AS v
    SET version = v.version + 1, timestamp = now()
    WHERE v.deploymentid = @DeploymentId AND v.version = @Version
        AND NOT EXISTS (
            SELECT FROM orleansmembershiptable AS m
            WHERE m.deploymentid = v.deploymentid AND m.address = @Address AND m.port = @Port AND m.generation = @Generation)
    RETURNING v.deploymentid
), added AS (
    INSERT INTO orleansmembershiptable
        (deploymentid, address, port, generation, siloname, hostname, status, proxyport, starttime, iamalivetime)
    SELECT deploymentid, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime
    FROM moved
    RETURNING 1
)
SELECT EXISTS (SELECT FROM added)
$$);

INSERT INTO orleansquery VALUES ('UpdateMembershipKey', $$
WITH moved AS (
    UPDATE orleansmembershipversiontable AS v
    SET version = v.version + 1, timestamp = now()
    WHERE v.deploymentid = @DeploymentId AND v.version = @Version
        AND EXISTS (
            SELECT FROM orleansmembershiptable AS m
            WHERE m.deploymentid = v.deploymentid AND m.address = @Address AND m.port = @Port AND m.generation = @Generation)
    RETURNING v.deploymentid
), changed AS (
    UPDATE orleansmembershiptable AS m
    SET status = @Status, suspecttimes = @SuspectTimes, iamalivetime = @IAmAliveTime
    FROM moved
    WHERE m.deploymentid = moved.deploymentid AND m.address = @Address AND m.port = @Port AND m.generation = @Generation
    RETURNING 1
)
SELECT EXISTS (SELECT FROM changed)
$$);

INSERT INTO orleansquery VALUES ('UpdateIAmAlivetimeKey', $$
UPDATE orleansmembershiptable
SET iamalivetime = @IAmAliveTime
WHERE deploymentid = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation
$$);

-- Both reads answer the version even where no member is found.
INSERT INTO orleansquery VALUES ('MembershipReadRowKey', $$
SELECT v.version AS Version, m.address AS Address, m.port AS Port, m.generation AS Generation, m.siloname AS SiloName,
    m.hostname AS HostName, m.status AS Status, m.proxyport AS ProxyPort, m.suspecttimes AS SuspectTimes,
    m.starttime AS StartTime, m.iamalivetime AS IAmAliveTime
FROM orleansmembershipversiontable AS v
LEFT JOIN orleansmembershiptable AS m
    ON m.deploymentid = v.deploymentid AND m.address = @Address AND m.port = @Port AND m.generation = @Generation
WHERE v.deploymentid = @DeploymentId
$$);

INSERT INTO orleansquery VALUES ('MembershipReadAllKey', $$
SELECT v.version AS Version, m.address AS Address, m.port AS Port, m.generation AS Generation, m.siloname AS SiloName,
    m.hostname AS HostName, m.status AS Status, m.proxyport AS ProxyPort, m.suspecttimes AS SuspectTimes,
    m.starttime AS StartTime, m.iamalivetime AS IAmAliveTime
FROM orleansmembershipversiontable AS v
LEFT JOIN orleansmembershiptable AS m ON m.deploymentid = v.deploymentid
WHERE v.deploymentid = @DeploymentId
$$);

INSERT INTO orleansquery VALUES ('GatewaysQueryKey', $$
SELECT address AS Address, proxyport AS ProxyPort, generation AS Generation
FROM orleansmembershiptable
WHERE deploymentid = @DeploymentId AND status = @Status AND proxyport > 0
$$);

-- 3 is an active silo: a row of one is never defunct, however late its sign of life.
INSERT INTO orleansquery VALUES ('CleanupDefunctSiloEntriesKey', $$
DELETE FROM orleansmembershiptable
WHERE deploymentid = @DeploymentId AND iamalivetime < @IAmAliveTime AND status <> 3
$$);

INSERT INTO orleansquery VALUES ('DeleteMembershipTableEntriesKey', $$
DELETE FROM orleansmembershipversiontable WHERE deploymentid = @DeploymentId
$$);
