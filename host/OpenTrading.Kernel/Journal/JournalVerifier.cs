namespace OpenTrading.Kernel.Journal;

/// <summary>Checks a journal offline: form, hash, sequence and chain of every record.</summary>
public static class JournalVerifier
{
    /// <param name="fileOrFolder">
    /// A folder with all its segments, or one file. A file named as a segment of the audit journal may begin with a later record; any
    /// other file must begin with seq 1.
    /// </param>
    /// <param name="fromSeq">Verification begins at this record; what comes before is not looked at.</param>
    public static JournalVerification Verify(string fileOrFolder, long fromSeq = 1)
    {
        ArgumentException.ThrowIfNullOrEmpty(fileOrFolder);
        ArgumentOutOfRangeException.ThrowIfLessThan(fromSeq, 1);
        try
        {
            var isFolder = Directory.Exists(fileOrFolder);
            var files = isFolder ? AuditFolder.Files(fileOrFolder) : [Path.GetFullPath(fileOrFolder)];
            if (files.Count == 0) return Unreadable($"{fileOrFolder} holds no journal. Name the folder of audit.jsonl, or a file.");
            using var scanner = new JournalScanner(files, fromSeq, anchored: isFolder || !AuditFolder.IsSegment(fileOrFolder));
            while (scanner.Next())
            {
            }
            return Result(scanner);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Unreadable($"{fileOrFolder} cannot be read: {error.Message}");
        }
    }

    private static JournalVerification Result(JournalScanner scanner)
    {
        var end = scanner.Position;
        var (verdict, message) = scanner.Fault switch
        {
            null => (JournalVerdict.Ok, $"{scanner.Records} records, the chain holds up to seq {end.Seq}, hash {end.Hash}."),
            { Kind: JournalFaultKind.TornTail } fault => (JournalVerdict.TornTail, fault.ToString()),
            var fault => (JournalVerdict.Broken, fault.ToString()),
        };
        return new JournalVerification(verdict, scanner.Records, end.Seq, end.Hash, scanner.Fault, message);
    }

    private static JournalVerification Unreadable(string message) =>
        new(JournalVerdict.Unreadable, 0, 0, ChainPosition.Start.Hash, null, message);
}
