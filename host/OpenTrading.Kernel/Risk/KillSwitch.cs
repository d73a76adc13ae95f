using System.Globalization;
using System.Text.Json;
using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.Storage;

namespace OpenTrading.Kernel.Risk;

/// <summary>
/// The emergency stop. Its level is the highest that memory, file, journal or drop file says; a file that is missing after the first start, unreadable
/// or altered counts as level 1. It tightens in memory first, so that no failing disk can undo it.
/// </summary>
/// <threadsafety>Safe from any thread.</threadsafety>
public sealed class KillSwitch : IKillLevel
{
    /// <summary>Name of the file whose presence in the state folder throws the switch.</summary>
    public const string DropFileName = "KILL";

    /// <summary>Who the drop file is in the record.</summary>
    internal const string DropFileActor = "operator:file";

    private const string Tag = CanonicalHash.KillTag;
    private readonly string _file;
    private readonly string _dropFile;
    private readonly IJournal _journal;
    private readonly TimeProvider _clock;
    private readonly Lock _changing = new();
    private KillStatus _memory = new(0, null, null, null);
    private KillStatus? _dropped;
    private int _seq;
    private long _record;
    private volatile bool _isLettingGo;
    private int _tightened;

    private KillSwitch(string stateFolder, IJournal journal, TimeProvider clock)
    {
        _file = Path.Combine(stateFolder, "kill_switch.json");
        _dropFile = Path.Combine(stateFolder, DropFileName);
        (_journal, _clock) = (journal, clock);
    }

    /// <inheritdoc/>
    public int Level => Status.Level;

    /// <summary>Its level, since when, by whom and why.</summary>
    public KillStatus Status => Volatile.Read(ref _dropped) is { } dropped && dropped.Level > Volatile.Read(ref _memory).Level ? dropped : Volatile.Read(ref _memory);

    /// <summary>Number of the journal's record that raised it last; 0 where an earlier run did.</summary>
    public long Record => Interlocked.Read(ref _record);

    /// <summary>Whether somebody is letting it go at this moment.</summary>
    public bool IsLettingGo => _isLettingGo;

    /// <summary>Whether the drop file holds it, which only its removal ends.</summary>
    public bool IsDropped => Volatile.Read(ref _dropped) is not null;

    /// <summary>Opens the switch of a home.</summary>
    /// <param name="stateFolder">Folder of the file.</param>
    /// <param name="journal">The record.</param>
    /// <param name="clock">Stamps the file.</param>
    /// <param name="isFirstStart">Whether this home never ran; only then is a missing file no alarm.</param>
    /// <param name="initialLevel">Level at the very first start.</param>
    /// <param name="journaled">Level that the journal tells.</param>
    public static KillSwitch Open(string stateFolder, IJournal journal, TimeProvider clock, bool isFirstStart, int initialLevel, int journaled = 0)
    {
        var kill = new KillSwitch(stateFolder, journal, clock);
        if (kill.Read(out KillStatus status, out string why))
        {
            kill._memory = status;
        }
        else if (isFirstStart && !File.Exists(kill._file))
        {
            kill._memory = new KillStatus(initialLevel, kill.Now, "host", "first start");
            kill.Write(kill._memory);
        }
        else
        {
            kill.Tighten(1, "host", $"kill switch file {why}");
        }

        if (journaled > 0)
        {
            kill.Tighten(journaled, "host", "the journal tells a level that the file lacks");
        }

        kill.Poll();
        return kill;
    }

    /// <summary>What the files of a home say while no host runs in it. Changes nothing.</summary>
    /// <param name="stateFolder">Folder of the file.</param>
    public static KillStatus Peek(string stateFolder)
    {
        var kill = new KillSwitch(stateFolder, null!, TimeProvider.System);
        KillStatus kept = kill.Read(out KillStatus status, out string why) ? status
            : File.Exists(kill._file) ? new KillStatus(1, null, "host", $"kill switch file {why}")
            : new KillStatus(0, null, null, null);
        return kill.DropLevel() is var level && level > kept.Level ? new KillStatus(level, null, DropFileActor, "drop file") : kept;
    }

    /// <summary>Raises the level. A lower or equal one changes nothing.</summary>
    /// <param name="level">1 to 3.</param>
    /// <param name="actor">Who.</param>
    /// <param name="reason">Why.</param>
    public void Tighten(int level, string actor, string reason)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(level, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(level, 3);
        var next = new KillStatus(level, Now, actor, reason);
        lock (_changing)
        {
            _tightened++;
            if (level <= _memory.Level)
            {
                return;
            }

            Volatile.Write(ref _memory, next);
        }

        try
        {
            Write(next);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Memory holds the level and the journal's reserve its record: what the level does must follow, whatever the file's disk says.
        }

        Interlocked.Exchange(ref _record, _journal.Append(actor, "kill.activated", new() { ["level"] = level, ["reason"] = reason }, Durability.Protective));
    }

    /// <summary>Lowers the level to 0, in memory last: whatever fails on the way leaves it where it was. A level raised meanwhile stays.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="reason">Why.</param>
    /// <param name="letGo">
    /// Lets brakes elsewhere go, told the number of the journal's record. It comes before file and memory: a host that dies in between is tight still, and asks again.
    /// </param>
    public async Task RearmAsync(string actor, string reason, Func<long, Task>? letGo = null)
    {
        int seen = Volatile.Read(ref _tightened);
        var next = new KillStatus(0, Now, actor, reason);
        _isLettingGo = true;
        try
        {
            long record = _journal.Append(actor, "kill.rearmed", new() { ["level"] = 0, ["reason"] = reason }, Durability.Durable);
            await (letGo?.Invoke(record) ?? Task.CompletedTask).ConfigureAwait(false);
            Write(next);
            lock (_changing)
            {
                if (_tightened == seen)
                {
                    Volatile.Write(ref _memory, next);
                    return;
                }
            }

            Write(_memory);
        }
        finally
        {
            _isLettingGo = false;
        }
    }

    /// <summary>Looks for the drop file <c>KILL</c>; its level holds as long as it lies there.</summary>
    public void Poll()
    {
        int level = DropLevel();
        KillStatus? before = _dropped;
        if (level == (before?.Level ?? 0))
        {
            return;
        }

        KillStatus? next = level == 0 ? null : new KillStatus(level, Now, DropFileActor, "drop file");
        if (Interlocked.CompareExchange(ref _dropped, next, before) == before && level > (before?.Level ?? 0))
        {
            Interlocked.Exchange(ref _record, _journal.Append(DropFileActor, "kill.activated", new() { ["level"] = level, ["reason"] = "drop file" }, Durability.Protective));
        }
    }

    private int DropLevel()
    {
        try
        {
            return File.ReadAllText(_dropFile).Trim() switch { "flatten" => 3, "cancel_pending" => 2, _ => 1 };
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Somebody put it there; that it cannot be read is no reason to go on.
            return 1;
        }
    }

    private DateTime Now => _clock.GetUtcNow().UtcDateTime;

    private bool Read(out KillStatus status, out string why)
    {
        status = new KillStatus(1, null, null, null);
        why = "is missing";
        try
        {
            byte[] bytes = File.ReadAllBytes(_file);
            using JsonDocument document = JsonDocument.Parse(bytes);
            JsonElement root = document.RootElement;
            status = new KillStatus(
                root.GetProperty("level").GetInt32(),
                DateTime.Parse(root.GetProperty("time").GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal),
                root.GetProperty("actor").GetString()!,
                root.GetProperty("reason").GetString()!);
            _seq = root.GetProperty("seq").GetInt32();
            why = "was altered";
            return status.Level is >= 0 and <= 3 && CanonicalHash.Of(Tag, Content(status)) == root.GetProperty("hash").GetString();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            why = File.Exists(_file) ? "cannot be read" : "is missing";
            return false;
        }
    }

    private void Write(KillStatus status)
    {
        _seq++;
        JournalPayload content = Content(status);
        content["hash"] = CanonicalHash.Of(Tag, content);
        AtomicFile.Write(_file, CanonicalJson.Write(content));
    }

    private JournalPayload Content(KillStatus status) => new()
    {
        ["actor"] = status.By,
        ["level"] = status.Level,
        ["reason"] = status.Reason,
        ["seq"] = _seq,
        ["time"] = status.Since!.Value,
        ["v"] = 1,
    };
}
