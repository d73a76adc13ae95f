namespace OpenTrading.Kernel.Journal;

/// <summary>Reads records back, each verified before it is handed out.</summary>
public static class JournalReader
{
    /// <summary>The files of the journal in <paramref name="folder"/> in the order of the chain: closed days, then the open file.</summary>
    public static IReadOnlyList<string> Files(string folder) => AuditFolder.Files(folder);

    /// <summary>The records of the files, read as they are asked for. A torn last line ends the reading.</summary>
    /// <param name="paths">The files of one chain in order, from its first record.</param>
    /// <exception cref="JournalException">A line is broken. The records before it have been handed out.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static IEnumerable<JournalRecord> Read(IReadOnlyList<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        return Enumerate(paths);
    }

    private static IEnumerable<JournalRecord> Enumerate(IReadOnlyList<string> paths)
    {
        using var scanner = new JournalScanner(paths);
        while (scanner.Next()) yield return scanner.Record();
        if (scanner.Fault is { Kind: JournalFaultKind.Broken } fault) throw new JournalException(fault);
    }
}
