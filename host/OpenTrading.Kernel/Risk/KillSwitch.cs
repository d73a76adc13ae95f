using System.Globalization;
using System.Text.Json;
using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.Storage;

namespace OpenTrading.Kernel.Risk;

/// <summary>
/// The emergency stop. Its level is the highest that memory, file or drop file says; a file that is missing after the first start, unreadable
/// or altered counts as level 1. It tightens in memory first, so that no failing disk can undo it.
/// </summary>
/// <threadsafety>Safe from any thread.</threadsafety>
public sealed class KillSwitch : IKillLevel
{
    private const string Tag = CanonicalHash.KillTag;
    private readonly string _file;
    private readonly string _dropFile;
    private readonly IJournal _journal;
    private readonly TimeProvider _clock;
    private int _memory;
    private int _dropped;
    private int _seq;

    private KillSwitch(string stateFolder, IJournal journal, TimeProvider clock)
    {
        _file = Path.Combine(stateFolder, "kill_switch.json");
        _dropFile = Path.Combine(stateFolder, "KILL");
        (_journal, _clock) = (journal, clock);
    }

    /// <inheritdoc/>
    public int Level => Math.Max(Volatile.Read(ref _memory), Volatile.Read(ref _dropped));

    /// <summary>Opens the switch of a home.</summary>
    /// <param name="stateFolder">Folder of the file.</param>
    /// <param name="journal">The record.</param>
    /// <param name="clock">Stamps the file.</param>
    /// <param name="isFirstStart">Whether this home never ran; only then is a missing file no alarm.</param>
    /// <param name="initialLevel">Level at the very first start.</param>
    public static KillSwitch Open(string stateFolder, IJournal journal, TimeProvider clock, bool isFirstStart, int initialLevel)
    {
        var kill = new KillSwitch(stateFolder, journal, clock);
        if (kill.Read(out int level, out string why))
        {
            kill._memory = level;
        }
        else if (isFirstStart && !File.Exists(kill._file))
        {
            kill._memory = initialLevel;
            kill.Write("host", initialLevel, "first start");
        }
        else
        {
            kill.Tighten(1, "host", $"kill switch file {why}");
        }

        kill.Poll();
        return kill;
    }

    /// <summary>Raises the level. A lower or equal one changes nothing.</summary>
    /// <param name="level">1 to 3.</param>
    /// <param name="actor">Who.</param>
    /// <param name="reason">Why.</param>
    public void Tighten(int level, string actor, string reason)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(level, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(level, 3);
        if (level <= _memory)
        {
            return;
        }

        Volatile.Write(ref _memory, level);
        try
        {
            Write(actor, level, reason);
        }
        finally
        {
            _journal.Append(actor, "kill.activated", new() { ["level"] = level, ["reason"] = reason }, Durability.Protective);
        }
    }

    /// <summary>Looks for the drop file <c>KILL</c>; its level holds as long as it lies there.</summary>
    public void Poll()
    {
        int level = DropLevel();
        if (Interlocked.Exchange(ref _dropped, level) < level)
        {
            _journal.Append("operator:file", "kill.activated", new() { ["level"] = level, ["reason"] = "drop file" }, Durability.Protective);
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

    private bool Read(out int level, out string why)
    {
        level = 1;
        why = "is missing";
        try
        {
            byte[] bytes = File.ReadAllBytes(_file);
            using JsonDocument document = JsonDocument.Parse(bytes);
            JsonElement root = document.RootElement;
            level = root.GetProperty("level").GetInt32();
            _seq = root.GetProperty("seq").GetInt32();
            JournalPayload content = Content(
                root.GetProperty("actor").GetString()!,
                level,
                root.GetProperty("reason").GetString()!,
                DateTime.Parse(root.GetProperty("time").GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal));
            why = "was altered";
            return level is >= 0 and <= 3 && CanonicalHash.Of(Tag, content) == root.GetProperty("hash").GetString();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            why = File.Exists(_file) ? "cannot be read" : "is missing";
            return false;
        }
    }

    private void Write(string actor, int level, string reason)
    {
        _seq++;
        JournalPayload content = Content(actor, level, reason, _clock.GetUtcNow().UtcDateTime);
        content["hash"] = CanonicalHash.Of(Tag, content);
        AtomicFile.Write(_file, CanonicalJson.Write(content));
    }

    private JournalPayload Content(string actor, int level, string reason, DateTime time) => new()
    {
        ["actor"] = actor,
        ["level"] = level,
        ["reason"] = reason,
        ["seq"] = _seq,
        ["time"] = time,
        ["v"] = 1,
    };
}
