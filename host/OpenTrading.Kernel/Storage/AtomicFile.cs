namespace OpenTrading.Kernel.Storage;

/// <summary>Replaces a small file whole: a crash leaves the old content or the new one.</summary>
internal static class AtomicFile
{
    /// <summary>Writes under a temporary name, flushes, renames, and flushes the folder.</summary>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        string unfinished = path + ".unfinished";
        using (var file = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            file.Write(content);
            file.Flush(flushToDisk: true);
        }

        File.Move(unfinished, path, overwrite: true);
        DirectorySync.Flush(Path.GetDirectoryName(path)!);
    }
}
