using System.Text.Json;
using System.Text.RegularExpressions;
using OpenTrading.Kernel.Capabilities;
using OpenTrading.Kernel.Storage;

namespace OpenTrading.Kernel.Backtesting.Archive;

/// <summary>
/// Finished backtests and sweeps, a folder each under their id. A folder appears whole or not at all, whenever the program is killed; when there are too
/// many, or they are too large, the oldest go.
/// </summary>
/// <threadsafety>Safe from any thread of one process.</threadsafety>
public sealed partial class RunArchive
{
    /// <summary>File of a run that says what it was; written last.</summary>
    public const string CardFile = "run.json";

    private const string Unfinished = ".unfinished-";

    private readonly string _folder;
    private readonly int _most;
    private readonly long _mostBytes;
    private readonly Lock _changing = new();

    /// <summary>Opens the archive of a folder and clears away what a killed process left half done.</summary>
    /// <param name="folder">Made if it is not there.</param>
    /// <param name="most">Most runs and sweeps kept, at least 1.</param>
    /// <param name="mostBytes">Most bytes of all of them; the newest is kept whatever its size.</param>
    public RunArchive(string folder, int most = 500, long mostBytes = 1L << 30)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        (_folder, _most, _mostBytes) = (folder, most, mostBytes);
        Directory.CreateDirectory(folder);
        foreach (string left in Directory.EnumerateDirectories(folder, Unfinished + "*"))
        {
            Directory.Delete(left, recursive: true);
        }
    }

    /// <summary>Ids of a kind, newest first.</summary>
    /// <param name="prefix"><c>bt_</c> or <c>swp_</c>.</param>
    public IReadOnlyList<string> Ids(string prefix) =>
        [.. All().Where(id => id.StartsWith(prefix, StringComparison.Ordinal)).OrderByDescending(id => id, StringComparer.Ordinal)];

    /// <summary>Folder of an id; null where there is none, or the text is no id.</summary>
    public string? Find(string id) => IdForm().IsMatch(id) && Path.Combine(_folder, id) is var folder && Directory.Exists(folder) ? folder : null;

    /// <summary>The card of an id; null where there is none that can be read.</summary>
    public T? Read<T>(string id)
        where T : class
    {
        try
        {
            return Find(id) is { } folder ? JsonSerializer.Deserialize<T>(File.ReadAllBytes(Path.Combine(folder, CardFile)), CapabilityJson.Options) : null;
        }
        catch (Exception e) when (e is IOException or JsonException or UnauthorizedAccessException)
        {
            // It went while it was read, or a machine that lost power kept its name and not its content.
            return null;
        }
    }

    /// <summary>Adds a run or sweep.</summary>
    /// <param name="id">Prefix and ULID.</param>
    /// <param name="card">What it was.</param>
    /// <param name="write">Writes its other files into a folder.</param>
    /// <exception cref="ArgumentException">The id is none.</exception>
    public void Add<T>(string id, T card, Action<string>? write = null)
    {
        if (!IdForm().IsMatch(id))
        {
            throw new ArgumentException($"'{id}' is no id of a run.", nameof(id));
        }

        string unfinished = Path.Combine(_folder, Unfinished + id);
        Directory.CreateDirectory(unfinished);
        try
        {
            write?.Invoke(unfinished);
            AtomicFile.Write(Path.Combine(unfinished, CardFile), JsonSerializer.SerializeToUtf8Bytes(card, CapabilityJson.Options));
            lock (_changing)
            {
                Directory.Move(unfinished, Path.Combine(_folder, id));
                DirectorySync.Flush(_folder);
                Prune();
            }
        }
        catch
        {
            if (Directory.Exists(unfinished))
            {
                Directory.Delete(unfinished, recursive: true);
            }

            throw;
        }
    }

    private void Prune()
    {
        long bytes = 0;
        int kept = 0;
        foreach (string id in All().OrderByDescending(TimePart, StringComparer.Ordinal))
        {
            string folder = Path.Combine(_folder, id);
            bytes += new DirectoryInfo(folder).EnumerateFiles().Sum(f => f.Length);
            if (kept > 0 && (kept == _most || bytes > _mostBytes))
            {
                // Out of sight first: a reader finds a whole run or none.
                string gone = Path.Combine(_folder, Unfinished + id);
                Directory.Move(folder, gone);
                Directory.Delete(gone, recursive: true);
                continue;
            }

            kept++;
        }
    }

    private IEnumerable<string> All() => Directory.EnumerateDirectories(_folder).Select(f => Path.GetFileName(f)).Where(name => IdForm().IsMatch(name));

    // A sweep is as old as a run of the same time, whatever its prefix.
    private static string TimePart(string id) => id[(id.IndexOf('_', StringComparison.Ordinal) + 1)..];

    [GeneratedRegex(@"\A(bt|swp)_[0-9A-HJKMNP-TV-Z]{26}\z")]
    private static partial Regex IdForm();
}
