namespace OpenTrading.Kernel.Storage;

/// <summary>Replaces a small file whole: a crash leaves the old content or the new one.</summary>
public static class AtomicFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Writes under a temporary name, flushes, renames, and flushes the folder.</summary>
    public static void Write(string path, ReadOnlySpan<byte> content) => Replace(path, content, mode: null);

    /// <summary>Likewise, and nobody but the owner can read it, not even while it is written (mode 0600; on Windows the folder's rights count).</summary>
    public static void WritePrivate(string path, ReadOnlySpan<byte> content) => Replace(path, content, OwnerOnly);

    private static void Replace(string path, ReadOnlySpan<byte> content, UnixFileMode? mode)
    {
        string unfinished = path + ".unfinished";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.None };
        if (mode is not null && !OperatingSystem.IsWindows())
        {
            // The mode counts for a new file alone; what a crash left behind may have another.
            File.Delete(unfinished);
            options.UnixCreateMode = mode;
        }

        using (var file = new FileStream(unfinished, options))
        {
            file.Write(content);
            file.Flush(flushToDisk: true);
        }

        File.Move(unfinished, path, overwrite: true);
        DirectorySync.Flush(Path.GetDirectoryName(path)!);
    }
}
