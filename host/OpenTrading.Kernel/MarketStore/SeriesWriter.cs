using OpenTrading.Kernel.Storage;
using OpenTrading.Sdk.Data;

namespace OpenTrading.Kernel.MarketStore;

/// <summary>Writes a series file beside its place and moves it there whole: a kill at any moment leaves the old file or the new one.</summary>
public sealed class SeriesWriter : IDisposable
{
    public const string Unfinished = ".unfinished";

    private readonly string _path;
    private readonly string _folder;
    private readonly bool _isNewFolder;
    private readonly SeriesHeader _header;
    private readonly FileStream _file;
    private int _checksum;
    private bool _committed;

    public SeriesWriter(string path, StoredSeries series)
    {
        _path = path;
        _header = SeriesHeader.For(series);
        _folder = Path.GetDirectoryName(path)!;
        _isNewFolder = !Directory.Exists(_folder);
        Directory.CreateDirectory(_folder);
        _file = new FileStream(path + Unfinished, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        _file.Position = _header.Length;
    }

    /// <summary>Writes the next column, in the order of the header.</summary>
    public void Write(ReadOnlySpan<byte> column)
    {
        for (int at = 0; at < column.Length; at += SeriesHeader.BlockSize)
        {
            ReadOnlySpan<byte> block = column[at..Math.Min(at + SeriesHeader.BlockSize, column.Length)];
            _header.Checksums[_checksum++] = BlockChecksum.Of(block);
        }

        _file.Write(column);
    }

    public void Commit()
    {
        _file.Position = 0;
        _file.Write(_header.ToBytes());
        _file.Flush(flushToDisk: true);
        _file.Dispose();
        File.Move(_path + Unfinished, _path, overwrite: true);
        _committed = true;
        DirectorySync.Flush(_folder);
        if (_isNewFolder)
        {
            // The entries of store/<origin>/<symbol> in the folders above are new as well.
            string origin = Path.GetDirectoryName(_folder)!;
            DirectorySync.Flush(origin);
            DirectorySync.Flush(Path.GetDirectoryName(origin)!);
        }
    }

    public void Dispose()
    {
        _file.Dispose();
        if (!_committed)
        {
            File.Delete(_path + Unfinished);
        }
    }
}
