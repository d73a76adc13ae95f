using OpenTrading.Host.Configuration;
using OpenTrading.Host.Configuration.Binding;
using OpenTrading.Kernel.Journal;
using OpenTrading.Sdk.Risk;

namespace OpenTrading.Host.Running;

/// <summary>
/// Tells the gate how the host stands: whether the journal takes records, how much room its disk has, and whether the configuration on disk is still the one
/// in force. Disk and files are looked at once a second at most, and a configuration is read again only when its folder has changed.
/// </summary>
/// <param name="configuration">In force.</param>
/// <param name="journal">The record.</param>
/// <param name="folder">Where the record is.</param>
/// <param name="wall">The wall clock.</param>
/// <threadsafety>Safe from any thread.</threadsafety>
internal sealed class HostStateWatch(HostConfiguration configuration, AuditJournal journal, string folder, TimeProvider wall)
{
    private const long Mebibyte = 1024 * 1024;
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(1);

    private readonly Lock _looking = new();
    private readonly string _configFolder = Path.GetDirectoryName(Path.GetFullPath(configuration.File))!;
    private HostState? _last;
    private long _lookedAt;
    private string? _stamps;
    private string? _fileHash = configuration.Risk.ConfigHash;

    /// <summary>How it stands now.</summary>
    public HostState Now()
    {
        bool isSound = journal.IsSound;
        lock (_looking)
        {
            if (_last is null || wall.GetElapsedTime(_lookedAt) >= Apart)
            {
                Look();
                _last = new HostState(isSound, Free(), configuration.Risk.ConfigHash, _fileHash);
                _lookedAt = wall.GetTimestamp();
            }

            return _last.IsJournalSound == isSound ? _last : _last = _last with { IsJournalSound = isSound };
        }
    }

    private void Look()
    {
        string? stamps = Stamps();
        if (_stamps is not null && stamps != _stamps)
        {
            _fileHash = Read();
        }

        _stamps = stamps ?? "";
    }

    // Only what decides about orders counts, as it stood in the files when the host read them: a comment changes nothing.
    private string? Read()
    {
        try
        {
            string now = ConfigurationLoader.Load(configuration.File).FileHash;
            return now == configuration.FileHash ? configuration.Risk.ConfigHash : now;
        }
        catch (ConfigurationException)
        {
            return null;
        }
    }

    private string? Stamps()
    {
        try
        {
            return string.Join('|', new DirectoryInfo(_configFolder).EnumerateFiles("*.toml").OrderBy(f => f.Name, StringComparer.Ordinal).Select(f => $"{f.Name} {f.Length} {f.LastWriteTimeUtc.Ticks}"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private long? Free()
    {
        try
        {
            return new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace / Mebibyte;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }
}
