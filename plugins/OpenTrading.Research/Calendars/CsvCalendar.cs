using System.Collections.Concurrent;
using OpenTrading.Sdk.Calendars;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;

namespace OpenTrading.Research.Calendars;

/// <summary>A calendar that an owner brings: a CSV file, or every one of a folder. A file that changes is read anew.</summary>
/// <param name="path">Full path of file or folder.</param>
internal sealed class CsvCalendar(string path) : ICalendarSource
{
    private const int MostFiles = 64;
    private const long MostBytes = 16 * 1024 * 1024;

    private readonly ConcurrentDictionary<string, (DateTime Written, long Length, EventFile Read)> _read = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public string Name => "file";

    /// <inheritdoc/>
    public Task<CalendarReading> ReadAsync(DateTime from, DateTime to, CancellationToken cancellationToken)
    {
        FileInfo[] files = Files();
        if (files.Length == 0)
        {
            throw new DataException(path, "there is no CSV file of economic events", "Put one there with the columns time, currency, event, impact, or name another place under research.calendar.");
        }

        List<EconomicEvent> events = [];
        List<Unavailable> missing = [];
        foreach (FileInfo file in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            EventFile read = Read(file);
            events.AddRange(read.Between(from, to));
            missing.AddRange(read.Fault is { } fault ? [new Unavailable($"calendar.file:{file.Name}", fault)] : []);
        }

        foreach (string gone in _read.Keys.Except(files.Select(f => f.FullName)))
        {
            _read.TryRemove(gone, out _);
        }

        return Task.FromResult(new CalendarReading(from, to, events, files.Max(f => f.LastWriteTimeUtc), missing));
    }

    private FileInfo[] Files()
    {
        try
        {
            return Directory.Exists(path)
                ? [.. new DirectoryInfo(path).EnumerateFiles("*.csv").OrderBy(f => f.Name, StringComparer.Ordinal).Take(MostFiles)]
                : new FileInfo(path) is { Exists: true } file ? [file] : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DataException(path, $"it cannot be read ({e.Message.TrimEnd('.')})", "Let the host's user read it.", e);
        }
    }

    private EventFile Read(FileInfo file)
    {
        if (_read.TryGetValue(file.FullName, out var kept) && kept.Written == file.LastWriteTimeUtc && kept.Length == file.Length)
        {
            return kept.Read;
        }

        EventFile read;
        try
        {
            read = file.Length > MostBytes ? EventFile.Refused($"it is longer than {MostBytes} bytes") : EventFile.Read(File.ReadLines(file.FullName), $"file:{file.Name}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return EventFile.Refused($"it cannot be read ({e.Message.TrimEnd('.')})");
        }

        _read[file.FullName] = (file.LastWriteTimeUtc, file.Length, read);
        return read;
    }
}
