using System.Buffers;
using System.Security.Cryptography;
using OpenTrading.Kernel.Storage;

namespace OpenTrading.Kernel.Journal;

/// <summary>
/// The journal of a replay or backtest: the audit journal's format on a simulated clock, in large blocks and without waiting for the disk.
/// Identical records at identical times give identical bytes. A file bears its name only once it is complete.
/// </summary>
public sealed class ReplayJournal : IJournal, IDisposable
{
    private const int BlockSize = 1 << 20;

    private readonly Lock _gate = new();
    private readonly JournalChain _chain = new(ChainPosition.Start);
    private readonly RecordDraft _draft = new();
    private readonly ArrayBufferWriter<byte> _block = new(BlockSize + (64 << 10));
    private readonly IncrementalHash _digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly Stream _destination;
    private readonly TimeProvider _clock;
    private readonly string? _path;
    private bool _ended;

    /// <param name="destination">Stays open; it belongs to the caller.</param>
    /// <param name="clock">The simulated clock.</param>
    public ReplayJournal(Stream destination, TimeProvider clock)
        : this(destination, clock, path: null)
    {
    }

    private ReplayJournal(Stream destination, TimeProvider clock, string? path)
    {
        ArgumentNullException.ThrowIfNull(destination);
        ArgumentNullException.ThrowIfNull(clock);
        _destination = destination;
        _clock = clock;
        _path = path;
    }

    /// <summary>Writes to <paramref name="path"/>, under the name <c>PATH.partial</c> until complete. Creates the folder; replaces an older file.</summary>
    /// <exception cref="IOException">The file cannot be created.</exception>
    public static ReplayJournal Create(string path, TimeProvider clock)
    {
        var full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        var file = new FileStream(Partial(full), FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        return new ReplayJournal(file, clock, full);
    }

    /// <inheritdoc/>
    /// <param name="durability">Of no effect: a replay that is cut short is run again.</param>
    public long Append(string actor, string type, JournalPayload payload, Durability durability)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_ended, this);
            _draft.Begin(actor, type, payload);
            var seq = _chain.Append(_draft, JournalTime.Now(_clock), _block);
            if (_block.WrittenCount >= BlockSize) WriteBlock();
            return seq;
        }
    }

    /// <summary>Writes what is left, makes it durable and gives the file its name.</summary>
    /// <returns>The SHA-256 of all bytes, 64 lower-case hex digits.</returns>
    /// <exception cref="JournalException">The disk refused.</exception>
    public string Complete()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_ended, this);
            WriteBlock();
            if (_path is not null) Name(_path);
            _ended = true;
            return Convert.ToHexStringLower(_digest.GetHashAndReset());
        }
    }

    /// <summary>Drops a file that was not completed.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (!_ended && _path is not null)
            {
                _destination.Dispose();
                File.Delete(Partial(_path));
            }
            _ended = true;
            _digest.Dispose();
        }
    }

    private static string Partial(string path) => path + ".partial";

    private void Name(string path)
    {
        try
        {
            ((FileStream)_destination).Flush(flushToDisk: true);
            _destination.Dispose();
            File.Move(Partial(path), path, overwrite: true);
            DirectorySync.Flush(Path.GetDirectoryName(path)!);
        }
        catch (IOException error)
        {
            throw Failure(error);
        }
    }

    private void WriteBlock()
    {
        try
        {
            _destination.Write(_block.WrittenSpan);
        }
        catch (IOException error)
        {
            throw Failure(error);
        }
        _digest.AppendData(_block.WrittenSpan);
        _block.ResetWrittenCount();
    }

    private JournalException Failure(IOException error) =>
        new($"The journal {_path ?? "of the replay"} cannot be written: {error.Message} Free space and run again.", error);
}
