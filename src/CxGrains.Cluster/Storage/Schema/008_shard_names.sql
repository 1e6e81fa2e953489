-- Shards of surveys, segments and workspaces had one name for their states, and a key, workspace/partition/id, that a survey and a segment could
-- share. Each kind has a name of its own now. The hashes are the provider's, of "survey" and "segment". Which kind a row is follows from the
-- id behind the last slash: a segment's is its slot, the workspace's is "all".
UPDATE orleansstorage SET graintypestring = 'segment', graintypehash = -2073290876
WHERE graintypestring = 'state' AND grainidextensionstring ~ '/[0-9]+/([0-9]|[1-5][0-9]|6[0-3])$';

UPDATE orleansstorage SET graintypestring = 'survey', graintypehash = 1609061726
WHERE graintypestring = 'state' AND grainidextensionstring !~ '/[0-9]+/all$';
