using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using OpenTrading.MetaTrader.Links;

namespace OpenTrading.MetaTrader.Tests.Support;

/// <summary>A link whose other end a test holds.</summary>
internal sealed class TestLink : ILink
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Pipe _toHost = new();
    private readonly Pipe _toExpert = new();

    public string Kind => "test";

    public string Peer { get; init; } = "10.0.0.1";

    public PipeReader Input => _toHost.Reader;

    public PipeWriter Output => _toExpert.Writer;

    /// <summary>Sends a line as the expert.</summary>
    public async Task SendAsync(string line) => await SendAsync(Encoding.UTF8.GetBytes(line + "\n"));

    /// <summary>Sends bytes as the expert.</summary>
    public async Task SendAsync(byte[] bytes) => await _toHost.Writer.WriteAsync(bytes);

    /// <summary>Goes away as the expert.</summary>
    public void Leave() => _toHost.Writer.Complete();

    /// <summary>The next line that the host sends; null when it ended the link.</summary>
    public async Task<JsonElement?> NextAsync()
    {
        using var late = new CancellationTokenSource(Patience);
        while (true)
        {
            ReadResult read = await _toExpert.Reader.ReadAsync(late.Token);
            if (read.Buffer.PositionOf((byte)'\n') is { } end)
            {
                JsonElement line = JsonElement.Parse(read.Buffer.Slice(0, end).ToArray());
                _toExpert.Reader.AdvanceTo(read.Buffer.GetPosition(1, end));
                return line;
            }

            _toExpert.Reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            if (read.IsCompleted)
            {
                return null;
            }
        }
    }

    public void Abort()
    {
        _toHost.Reader.CancelPendingRead();
        _toExpert.Writer.Complete();
    }

    public ValueTask DisposeAsync()
    {
        _toExpert.Writer.Complete();
        return ValueTask.CompletedTask;
    }
}
