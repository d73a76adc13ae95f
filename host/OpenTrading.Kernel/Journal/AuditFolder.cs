using System.Globalization;
using System.Security.Cryptography;
using OpenTrading.Kernel.Storage;

namespace OpenTrading.Kernel.Journal;

/// <summary>The files around the audit journal: its lock, its segments, its reserve and what was torn off it.</summary>
internal sealed class AuditFolder : IDisposable
{
    private const string OpenSegment = "audit.jsonl";
    private const string ClosedSegments = "audit-????-??-??.jsonl";
    private const int ReserveMebibytes = 16;

    private readonly string _path;
    private readonly FileStream _lock;

    private AuditFolder(string path, FileStream lockFile)
    {
        _path = path;
        _lock = lockFile;
    }

    public string Current => Path.Combine(_path, OpenSegment);

    private string Reserve => Path.Combine(_path, "reserve.bin");

    /// <summary>Creates the folder if need be and locks it for this process until disposal.</summary>
    /// <exception cref="JournalException">Another process holds it.</exception>
    public static AuditFolder Lock(string folder)
    {
        var path = Directory.CreateDirectory(folder).FullName;
        // A locked file cannot be read by others, so the holder's pid stands in a second one.
        var pidFile = Path.Combine(path, "audit.pid");
        FileStream lockFile;
        try
        {
            lockFile = new FileStream(Path.Combine(path, "audit.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error) when (SharingViolation.Is(error))
        {
            var holder = File.Exists(pidFile) ? File.ReadAllText(pidFile).Trim() : "unknown";
            throw new JournalException($"The audit folder {path} is held by process {holder}. Stop that host, or use another home folder.", error);
        }
        try
        {
            File.WriteAllText(pidFile, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        }
        catch
        {
            lockFile.Dispose();
            throw;
        }
        return new AuditFolder(path, lockFile);
    }

    public static IReadOnlyList<string> Files(string folder)
    {
        var path = Path.GetFullPath(folder);
        var files = Directory.GetFiles(path, ClosedSegments).Order(StringComparer.Ordinal).ToList();
        var open = Path.Combine(path, OpenSegment);
        if (File.Exists(open)) files.Add(open);
        return files;
    }

    public static bool IsSegment(string file)
    {
        var name = Path.GetFileName(file);
        return name == OpenSegment || name.StartsWith("audit-", StringComparison.Ordinal);
    }

    /// <summary>Moves the bytes of a torn tail to a file of their own and cuts the journal before them.</summary>
    /// <returns>The payload of the <c>audit.torn</c> record.</returns>
    public JournalPayload SetAside(JournalFault torn, DateTime now)
    {
        byte[] bytes;
        using (var journal = new FileStream(torn.File, FileMode.Open, FileAccess.Read))
        {
            bytes = new byte[journal.Length - torn.Offset];
            journal.Position = torn.Offset;
            journal.ReadExactly(bytes);
        }
        var name = FreeName($"audit-{now:yyyyMMdd'T'HHmmssfff'Z'}");
        using (var copy = new FileStream(Path.Combine(_path, name), FileMode.CreateNew, FileAccess.Write))
        {
            copy.Write(bytes);
            copy.Flush(flushToDisk: true);
        }
        DirectorySync.Flush(_path);
        using (var journal = DiskJournalFile.Open(torn.File))
        {
            journal.Truncate(torn.Offset);
            journal.Flush();
        }
        return new JournalPayload
        {
            ["file"] = name,
            ["bytes"] = bytes.Length,
            ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(bytes)),
        };
    }

    /// <summary>Gives the open segment the name of its day.</summary>
    /// <exception cref="IOException">The name is taken, or the disk refuses.</exception>
    public void CloseSegment(DateTime day)
    {
        File.Move(Current, Path.Combine(_path, $"audit-{day:yyyy-MM-dd}.jsonl"));
        DirectorySync.Flush(_path);
    }

    /// <summary>Makes a file just created in the folder durable.</summary>
    public void Flush() => DirectorySync.Flush(_path);

    /// <summary>Takes the disk space that closing orders and the kill switch may need when the disk is full. Written, not only declared.</summary>
    public void AllocateReserve()
    {
        const long Size = ReserveMebibytes << 20;
        if (File.Exists(Reserve) && new FileInfo(Reserve).Length == Size) return;
        using var reserve = new FileStream(Reserve, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        var mebibyte = new byte[1 << 20];
        for (var i = 0; i < ReserveMebibytes; i++) reserve.Write(mebibyte);
        reserve.Flush(flushToDisk: true);
    }

    public void FreeReserve()
    {
        File.Delete(Reserve);
        DirectorySync.Flush(_path);
    }

    public void Dispose() => _lock.Dispose();

    private string FreeName(string stem)
    {
        var name = $"{stem}.torn";
        for (var i = 2; File.Exists(Path.Combine(_path, name)); i++) name = $"{stem}-{i}.torn";
        return name;
    }
}
