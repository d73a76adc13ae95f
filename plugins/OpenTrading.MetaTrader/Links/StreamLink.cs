using System.IO.Pipelines;

namespace OpenTrading.MetaTrader.Links;

/// <summary>A link over a stream: a socket or a named pipe.</summary>
internal sealed class StreamLink : ILink
{
    private const int BufferSize = 64 << 10;

    private readonly Stream _stream;

    /// <summary>A link that owns the stream.</summary>
    public StreamLink(string kind, string peer, Stream stream)
    {
        (Kind, Peer, _stream) = (kind, peer, stream);
        Input = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: BufferSize, minimumReadSize: 4096, leaveOpen: true));
        Output = PipeWriter.Create(stream, new StreamPipeWriterOptions(minimumBufferSize: BufferSize, leaveOpen: true));
    }

    public string Kind { get; }

    public string Peer { get; }

    public PipeReader Input { get; }

    public PipeWriter Output { get; }

    public void Abort() => _stream.Dispose();

    public async ValueTask DisposeAsync() => await _stream.DisposeAsync().ConfigureAwait(false);
}
