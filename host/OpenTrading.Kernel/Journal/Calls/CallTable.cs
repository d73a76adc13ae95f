using Microsoft.Data.Sqlite;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Journal.Calls;

/// <summary>Calls of the journal in a SQLite file, to be asked about. It is no truth of its own and may be deleted while no host runs.</summary>
/// <threadsafety>Safe: one thread writes while others ask.</threadsafety>
internal sealed class CallTable : IDisposable
{
    private readonly SqliteConnection _writing;
    private readonly SqliteConnection _reading;
    private readonly Lock _readGate = new();
    private readonly Dictionary<(string, Role, Surface, CallResult), long> _kinds = [];

    private CallTable(string path)
    {
        _writing = Connect(path);
        _reading = Connect(path);
    }

    /// <summary>The newest call in it.</summary>
    public (long Seq, string Hash) Head { get; private set; } = (0, "");

    /// <summary>Opens a file, and makes it anew where it is none of ours.</summary>
    /// <exception cref="SqliteException">It cannot be read or made.</exception>
    public static CallTable Open(string path)
    {
        try
        {
            return Connected(path);
        }
        catch (SqliteException)
        {
            Delete(path);
            return Connected(path);
        }
    }

    /// <summary>Deletes a file that nobody has open, with what SQLite keeps beside it.</summary>
    /// <exception cref="IOException">It cannot be deleted.</exception>
    public static void Delete(string path)
    {
        foreach (string file in (string[])[path, path + "-wal", path + "-shm"])
        {
            File.Delete(file);
        }
    }

    /// <summary>Adds calls newer than all in it, wholly or not at all.</summary>
    /// <exception cref="SqliteException">The disk refuses.</exception>
    public void Write(IReadOnlyList<CallRow> rows)
    {
        using SqliteTransaction transaction = _writing.BeginTransaction();
        var tally = new Dictionary<(long Block, long Kind), long>();
        var made = new Dictionary<(string, Role, Surface, CallResult), long>();
        using (CallCommand call = new(_writing, CallSchema.AddCall, transaction))
        {
            foreach (CallRow row in rows)
            {
                long kind = KindOf(row, made, transaction);
                call.Execute(
                    ("$seq", row.Seq), ("$time", Milliseconds(row.Time)), ("$kind", kind), ("$effect", row.Effect?.ToString()), ("$code", row.Code),
                    ("$request", Bytes(row.RequestHash)), ("$hash", Bytes(row.Hash)));
                (long, long) block = (row.Seq / CallSchema.Block, kind);
                tally[block] = tally.GetValueOrDefault(block) + 1;
            }
        }

        using (CallCommand add = new(_writing, CallSchema.AddTally, transaction))
        {
            foreach (((long block, long kind), long calls) in tally)
            {
                add.Execute(("$block", block), ("$kind", kind), ("$calls", calls));
            }
        }

        using (CallCommand head = new(_writing, CallSchema.SetHead, transaction))
        {
            head.Execute(("$seq", rows[^1].Seq), ("$hash", Bytes(rows[^1].Hash)));
        }

        transaction.Commit();
        Head = (rows[^1].Seq, rows[^1].Hash);
        foreach ((var kind, long id) in made)
        {
            _kinds[kind] = id;
        }
    }

    /// <summary>Calls that are asked for.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="upTo">Last record that counts.</param>
    /// <param name="before">First record behind those to be given.</param>
    /// <param name="limit">Most calls to be given.</param>
    /// <exception cref="SqliteException">The file cannot be read.</exception>
    public CallPage Find(CallFilter filter, long upTo, long before, int limit)
    {
        lock (_readGate)
        {
            long first = filter.From is { } from ? SeqAt(from) : 0;
            long end = Math.Min(upTo + 1, filter.To is { } to ? SeqAt(to) : long.MaxValue);
            if (first >= end)
            {
                return new CallPage([], 0, 0);
            }

            (long total, long refused) = Count(filter, first, end);
            return new CallPage(Newest(filter, first, Math.Min(end, before) - 1, limit), total, refused);
        }
    }

    public void Dispose()
    {
        _reading.Dispose();
        _writing.Dispose();
    }

    private static CallTable Connected(string path)
    {
        var table = new CallTable(path);
        try
        {
            table.Prepare();
            return table;
        }
        catch
        {
            table.Dispose();
            throw;
        }
    }

    // The journal can make all of it again: what matters is that it is never half, not that the newest is on disk at once.
    private static SqliteConnection Connect(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        try
        {
            connection.Open();
            using SqliteCommand mode = connection.CreateCommand();
            mode.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL";
            mode.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private void Prepare()
    {
        using var version = new CallCommand(_writing, "PRAGMA user_version");
        long found = version.Read(r => r.GetInt64(0)).Single();
        if (found == 0)
        {
            using SqliteTransaction transaction = _writing.BeginTransaction();
            using var make = new CallCommand(_writing, CallSchema.Tables + $"PRAGMA user_version = {CallSchema.Version}", transaction);
            make.Execute();
            transaction.Commit();
        }
        else if (found != CallSchema.Version)
        {
            throw new SqliteException($"its version is {found}", SQLitePCL.raw.SQLITE_SCHEMA);
        }

        using var head = new CallCommand(_writing, "SELECT seq, hash FROM head");
        Head = head.Read(r => (r.GetInt64(0), Hex(r, 1))).FirstOrDefault((0, ""));
        using var kinds = new CallCommand(_writing, "SELECT id, capability, role, surface, outcome FROM kind");
        foreach ((long id, var kind) in kinds.Read(r => (r.GetInt64(0), (r.GetString(1), Word<Role>(r, 2), Word<Surface>(r, 3), Word<CallResult>(r, 4)))))
        {
            _kinds.Add(kind, id);
        }
    }

    private long KindOf(CallRow row, Dictionary<(string, Role, Surface, CallResult), long> made, SqliteTransaction transaction)
    {
        var kind = (row.Capability, row.Role, row.Surface, row.Outcome);
        if (_kinds.TryGetValue(kind, out long id) || made.TryGetValue(kind, out id))
        {
            return id;
        }

        using var add = new CallCommand(_writing, CallSchema.AddKind, transaction);
        return made[kind] = add.Read(
            r => r.GetInt64(0), ("$capability", row.Capability), ("$role", row.Role.ToString()), ("$surface", row.Surface.ToString()), ("$outcome", row.Outcome.ToString())).Single();
    }

    private long SeqAt(DateTime time)
    {
        using var at = new CallCommand(_reading, CallSchema.SeqAt);
        return at.Read(r => r.GetInt64(0), ("$time", Milliseconds(time))).FirstOrDefault(long.MaxValue);
    }

    private (long Total, long Refused) Count(CallFilter filter, long first, long end)
    {
        long firstBlock = (first + CallSchema.Block - 1) / CallSchema.Block;
        using var count = new CallCommand(_reading, CallSchema.Count);
        return count.Read(
            r => (r.GetInt64(0), r.GetInt64(1)),
            [
                ("$first", first), ("$end", end), ("$firstBlock", firstBlock), ("$endBlock", Math.Max(end / CallSchema.Block, firstBlock)), ("$size", CallSchema.Block), .. Asked(filter),
            ]).Single();
    }

    private List<CallRow> Newest(CallFilter filter, long first, long last, int limit)
    {
        var rows = new List<CallRow>();
        using var blocks = new CallCommand(_reading, CallSchema.Blocks);
        using var some = new CallCommand(_reading, CallSchema.Rows);
        foreach (long block in blocks.Read(r => r.GetInt64(0), [("$first", first), ("$last", last), ("$size", CallSchema.Block), .. Asked(filter)]))
        {
            if (rows.Count >= limit)
            {
                break;
            }

            long from = block * CallSchema.Block;
            rows.AddRange(some.Read(
                Row, [("$from", Math.Max(first, from)), ("$to", Math.Min(last, from + CallSchema.Block - 1)), ("$limit", limit - rows.Count), .. Asked(filter)]));
        }

        return rows;
    }

    private static (string, object?)[] Asked(CallFilter filter) =>
        [("$capability", filter.Capability), ("$role", filter.Role?.ToString()), ("$surface", filter.Surface?.ToString()), ("$outcome", filter.Outcome?.ToString())];

    private static CallRow Row(SqliteDataReader r) => new(
        r.GetInt64(0),
        DateTimeOffset.FromUnixTimeMilliseconds(r.GetInt64(1)).UtcDateTime,
        Word<Role>(r, 2),
        Word<Surface>(r, 3),
        r.GetString(4),
        r.IsDBNull(5) ? null : Word<Effect>(r, 5),
        Word<CallResult>(r, 6),
        r.IsDBNull(7) ? null : r.GetString(7),
        Hex(r, 8),
        Hex(r, 9));

    private static T Word<T>(SqliteDataReader r, int column)
        where T : struct, Enum => Enum.Parse<T>(r.GetString(column));

    private static string Hex(SqliteDataReader r, int column) => Convert.ToHexStringLower(r.GetFieldValue<byte[]>(column));

    private static byte[] Bytes(string hex) => Convert.FromHexString(hex);

    private static long Milliseconds(DateTime time) => new DateTimeOffset(time, TimeSpan.Zero).ToUnixTimeMilliseconds();
}
