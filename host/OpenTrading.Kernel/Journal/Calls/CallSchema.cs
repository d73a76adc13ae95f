namespace OpenTrading.Kernel.Journal.Calls;

/// <summary>
/// The tables of <see cref="CallTable"/>. A question looks first at how many calls of which kind stand in each block of records, and reads only the
/// blocks in which some do: no index has to be kept but that of time, and rows are only ever added at the end.
/// </summary>
internal static class CallSchema
{
    /// <summary>A file of another version is made anew.</summary>
    public const int Version = 1;

    /// <summary>Records from one block to the next.</summary>
    public const int Block = 4096;

    public const string Tables = """
        CREATE TABLE head (seq INTEGER NOT NULL, hash BLOB NOT NULL);
        CREATE TABLE kind (
            id INTEGER PRIMARY KEY, capability TEXT NOT NULL, role TEXT NOT NULL, surface TEXT NOT NULL, outcome TEXT NOT NULL,
            UNIQUE (capability, role, surface, outcome));
        CREATE TABLE call (
            seq INTEGER PRIMARY KEY, time INTEGER NOT NULL, kind INTEGER NOT NULL REFERENCES kind (id), effect TEXT, code TEXT,
            request_hash BLOB NOT NULL, hash BLOB NOT NULL);
        CREATE INDEX call_time ON call (time);
        CREATE TABLE tally (block INTEGER NOT NULL, kind INTEGER NOT NULL, calls INTEGER NOT NULL, PRIMARY KEY (block, kind)) WITHOUT ROWID;
        """;

    public const string AddKind = "INSERT INTO kind (capability, role, surface, outcome) VALUES ($capability, $role, $surface, $outcome) RETURNING id";

    public const string AddCall = "INSERT INTO call VALUES ($seq, $time, $kind, $effect, $code, $request, $hash)";

    public const string AddTally = """
        INSERT INTO tally VALUES ($block, $kind, $calls) ON CONFLICT (block, kind) DO UPDATE SET calls = calls + excluded.calls
        """;

    public const string SetHead = "DELETE FROM head; INSERT INTO head VALUES ($seq, $hash)";

    /// <summary>First record of a time or later: time never decreases from record to record.</summary>
    public const string SeqAt = "SELECT seq FROM call WHERE time >= $time ORDER BY time, seq LIMIT 1";

    /// <summary>How many, and how many of them were refused: whole blocks from their tallies, the calls before and behind them one by one.</summary>
    public const string Count = $"""
        SELECT IFNULL(SUM(calls), 0), IFNULL(SUM(CASE WHEN kind IN (SELECT id FROM kind WHERE outcome = 'Error') THEN calls END), 0) FROM (
            SELECT kind, calls FROM tally WHERE block >= $firstBlock AND block < $endBlock
            UNION ALL SELECT kind, 1 FROM call WHERE seq >= $first AND seq < MIN($end, $firstBlock * $size)
            UNION ALL SELECT kind, 1 FROM call WHERE seq >= MAX($first, $endBlock * $size) AND seq < $end)
        WHERE kind IN (SELECT id FROM kind WHERE {Asked})
        """;

    /// <summary>The blocks that hold calls of the kinds asked for, newest first.</summary>
    public const string Blocks = $"""
        SELECT DISTINCT block FROM tally WHERE block >= $first / $size AND block <= $last / $size AND kind IN (SELECT id FROM kind WHERE {Asked})
        ORDER BY block DESC
        """;

    /// <summary>The calls of one block, newest first.</summary>
    public const string Rows = $"""
        SELECT seq, time, role, surface, capability, effect, outcome, code, request_hash, hash FROM call JOIN kind ON kind.id = kind
        WHERE seq >= $from AND seq <= $to AND {Asked} ORDER BY seq DESC LIMIT $limit
        """;

    private const string Asked = """
        ($capability IS NULL OR capability = $capability) AND ($role IS NULL OR role = $role) AND ($surface IS NULL OR surface = $surface)
        AND ($outcome IS NULL OR outcome = $outcome)
        """;
}
