-- Where grains keep their state, for Orleans' ADO.NET provider. The names of the two tables, the query keys, the
-- parameters behind @ and the columns of the answers are the provider's; everything else is ours.

CREATE TABLE orleansquery (
    querykey  text PRIMARY KEY,
    querytext text NOT NULL
);

-- The key is the whole identity of a state, not its hashes: they may collide, and a key that is not unique lets two
-- first writes at once leave two rows, after which the grain can never be read again. A grain without an extension has ''.
CREATE TABLE orleansstorage (
    grainidhash            integer     NOT NULL,
    graintypehash          integer     NOT NULL,
    grainidn0              bigint      NOT NULL,
    grainidn1              bigint      NOT NULL,
    graintypestring        text        COLLATE "C" NOT NULL,
    grainidextensionstring text        COLLATE "C" NOT NULL,
    serviceid              text        COLLATE "C" NOT NULL,
    payloadbinary          bytea       NOT NULL,
    modifiedon             timestamptz NOT NULL DEFAULT now(),
    version                integer     NOT NULL,
    PRIMARY KEY (grainidhash, graintypehash, grainidn0, grainidn1, graintypestring, grainidextensionstring, serviceid)
);

-- Answers the version that is stored now if the write was made, and the caller's own if it lost: the provider takes
-- "unchanged" for a conflict. One upsert cannot say both rules: a caller who has read nothing may only insert, and one
-- who has read a version may only replace that version, never bring back a state that was erased meanwhile.
CREATE FUNCTION cx_write_state(
    id_hash integer, type_hash integer, n0 bigint, n1 bigint, type_name text, extension text, service text,
    read_version integer, payload bytea) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE
    written integer;
BEGIN
    IF read_version IS NULL THEN
        INSERT INTO orleansstorage AS s
            (grainidhash, graintypehash, grainidn0, grainidn1, graintypestring, grainidextensionstring, serviceid, payloadbinary, version)
        VALUES (id_hash, type_hash, n0, n1, type_name, coalesce(extension, ''), service, payload, 1)
        ON CONFLICT DO NOTHING
        RETURNING s.version INTO written;
    ELSE
        UPDATE orleansstorage AS s
        SET payloadbinary = payload, modifiedon = now(), version = s.version + 1
        WHERE s.grainidhash = id_hash AND s.graintypehash = type_hash AND s.grainidn0 = n0 AND s.grainidn1 = n1
            AND s.graintypestring = type_name AND s.grainidextensionstring = coalesce(extension, '') AND s.serviceid = service
            AND s.version = read_version
        RETURNING s.version INTO written;
    END IF;

    RETURN coalesce(written, read_version);
END
$$;

INSERT INTO orleansquery VALUES ('WriteToStorageKey', $$
SELECT cx_write_state(
    @GrainIdHash, @GrainTypeHash, @GrainIdN0, @GrainIdN1, @GrainTypeString, @GrainIdExtensionString, @ServiceId,
    @GrainStateVersion, @PayloadBinary) AS NewGrainStateVersion
$$);

INSERT INTO orleansquery VALUES ('ReadFromStorageKey', $$
SELECT payloadbinary AS PayloadBinary, version AS Version
FROM orleansstorage
WHERE grainidhash = @GrainIdHash AND graintypehash = @GrainTypeHash AND grainidn0 = @GrainIdN0 AND grainidn1 = @GrainIdN1
    AND graintypestring = @GrainTypeString AND grainidextensionstring = coalesce(@GrainIdExtensionString, '')
    AND serviceid = @ServiceId
$$);

-- Erasure: nothing of a cleared state stays, whichever of its two ways of clearing the provider is set to.
INSERT INTO orleansquery
SELECT key, $$
DELETE FROM orleansstorage
WHERE grainidhash = @GrainIdHash AND graintypehash = @GrainTypeHash AND grainidn0 = @GrainIdN0 AND grainidn1 = @GrainIdN1
    AND graintypestring = @GrainTypeString AND grainidextensionstring = coalesce(@GrainIdExtensionString, '')
    AND serviceid = @ServiceId AND version = @GrainStateVersion
RETURNING version + 1 AS NewGrainStateVersion
$$
FROM unnest(ARRAY['ClearStorageKey', 'DeleteStorageKey']) AS key;
