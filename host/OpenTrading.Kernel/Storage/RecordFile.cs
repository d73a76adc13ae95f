using System.Text;
using OpenTrading.Sdk.Data;

namespace OpenTrading.Kernel.Storage;

/// <summary>A file of lines that grows at its end. A crash leaves every line whole or not at all: what is unfinished at the end is cut off when it is opened.</summary>
/// <param name="path">The file; its folder is made when something is written.</param>
/// <param name="subject">What it holds, for messages: <c>the alerts</c>.</param>
/// <threadsafety>Safe from any thread; one object a file.</threadsafety>
public sealed class RecordFile(string path, string subject)
{
    private const byte End = (byte)'\n';

    private readonly Lock _turn = new();
    private bool _isWhole;

    /// <summary>Bytes it has.</summary>
    public long Length => File.Exists(path) ? new FileInfo(path).Length : 0;

    /// <summary>Its lines, oldest first; none where there is no file.</summary>
    /// <exception cref="DataException">It cannot be read.</exception>
    public IReadOnlyList<string> Read()
    {
        lock (_turn)
        {
            try
            {
                if (!File.Exists(path))
                {
                    return [];
                }

                MakeWhole();
                return File.ReadAllLines(path);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw Fault("cannot be read", "Mend the file in the state folder, or move it away.", e);
            }
        }
    }

    /// <summary>Adds lines; they are on disk when this returns.</summary>
    /// <exception cref="DataException">It cannot be written.</exception>
    public void Append(IReadOnlyList<string> lines)
    {
        lock (_turn)
        {
            try
            {
                bool isNew = !File.Exists(path);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                MakeWhole();
                using (var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read))
                {
                    // What was written before a fault is cut off again by the next one.
                    _isWhole = false;
                    file.Write(Bytes(lines));
                    file.Flush(flushToDisk: true);
                    _isWhole = true;
                }

                if (isNew)
                {
                    DirectorySync.Flush(Path.GetDirectoryName(path)!);
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw Fault("cannot be written", "Free space or mend the state folder.", e);
            }
        }
    }

    /// <summary>Puts lines in the place of all it had.</summary>
    /// <exception cref="DataException">It cannot be written and holds what it held.</exception>
    public void Replace(IReadOnlyList<string> lines)
    {
        lock (_turn)
        {
            try
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                AtomicFile.Write(path, Bytes(lines));
                _isWhole = true;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw Fault("cannot be written, they are as before", "Free space or mend the state folder.", e);
            }
        }
    }

    private static byte[] Bytes(IReadOnlyList<string> lines) => Encoding.UTF8.GetBytes(string.Concat(lines.Select(l => l + '\n')));

    private void MakeWhole()
    {
        if (_isWhole || !File.Exists(path))
        {
            return;
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read);
        long length = file.Length;
        while (length > 0)
        {
            file.Position = length - 1;
            if (file.ReadByte() == End)
            {
                break;
            }

            length--;
        }

        if (length < file.Length)
        {
            file.SetLength(length);
            file.Flush(flushToDisk: true);
        }

        _isWhole = true;
    }

    private DataException Fault(string what, string remedy, Exception e) => new(Path.GetFileName(path), $"{subject} {what}", remedy, e);
}
