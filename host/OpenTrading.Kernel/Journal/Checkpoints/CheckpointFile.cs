namespace OpenTrading.Kernel.Journal.Checkpoints;

/// <summary><c>checkpoints.jsonl</c> beside the journal: a line a checkpoint, oldest first.</summary>
public static class CheckpointFile
{
    private const string Name = "checkpoints.jsonl";

    /// <summary>The checkpoints of a journal's folder. A last line without its end was cut off by a crash and is no checkpoint.</summary>
    /// <exception cref="FormatException">A line is no checkpoint.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IReadOnlyList<SignedCheckpoint> Read(string folder)
    {
        string file = Path.Combine(folder, Name);
        var checkpoints = new List<SignedCheckpoint>();
        if (!File.Exists(file))
        {
            return checkpoints;
        }

        using var lines = new LineReader(file);
        while (lines.TryRead(out ReadOnlyMemory<byte> line))
        {
            try
            {
                checkpoints.Add(SignedCheckpoint.Read(line.Span));
            }
            catch (FormatException e)
            {
                throw new FormatException($"{file}:{lines.Line}: {e.Message}. Restore the file from a copy.", e);
            }
        }

        return checkpoints;
    }

    /// <summary>Adds a checkpoint and makes it durable.</summary>
    internal static void Append(string folder, SignedCheckpoint checkpoint)
    {
        using var file = new FileStream(Path.Combine(folder, Name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        file.SetLength(EndOfLines(file));
        file.Seek(0, SeekOrigin.End);
        file.Write([.. checkpoint.ToLine(), (byte)'\n']);
        file.Flush(flushToDisk: true);
    }

    // What a crash cut off must not grow together with the next line.
    private static long EndOfLines(FileStream file)
    {
        for (long end = file.Length; end > 0; end--)
        {
            file.Position = end - 1;
            if (file.ReadByte() == '\n')
            {
                return end;
            }
        }

        return 0;
    }
}
