using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OpenTrading.Alerts.Tests.Delivery;

/// <summary>A receiver of webhooks on this machine that answers as it is told, or never.</summary>
internal sealed class StubReceiver : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ending = new();
    private readonly Queue<string?> _answers;
    private readonly Task _serving;

    /// <summary>A receiver.</summary>
    /// <param name="answers">Status lines such as <c>200 OK</c>, one a request, the last one for all that follow; null answers never.</param>
    public StubReceiver(params string?[] answers)
    {
        _answers = new Queue<string?>(answers);
        _listener.Start();
        _serving = ServeAsync();
    }

    public Uri Url => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/hook");

    /// <summary>What came in, head and body.</summary>
    public System.Threading.Channels.Channel<string> Received { get; } = System.Threading.Channels.Channel.CreateUnbounded<string>();

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        _listener.Dispose();
        await _serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _ending.Dispose();
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            using TcpClient client = await _listener.AcceptTcpClientAsync(_ending.Token);
            NetworkStream stream = client.GetStream();
            string request = await ReadAsync(stream);
            Received.Writer.TryWrite(request);
            string? answer = _answers.Count > 1 ? _answers.Dequeue() : _answers.Peek();
            if (answer is null)
            {
                await Task.Delay(Timeout.Infinite, _ending.Token);
            }

            await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {answer}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"), _ending.Token);
        }
    }

    private async Task<string> ReadAsync(NetworkStream stream)
    {
        var text = new StringBuilder();
        var buffer = new byte[4096];
        while (true)
        {
            int read = await stream.ReadAsync(buffer, _ending.Token);
            text.Append(Encoding.UTF8.GetString(buffer, 0, read));
            string all = text.ToString();
            int head = all.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (read == 0 || (head >= 0 && all.Length - head - 4 >= Length(all)))
            {
                return all;
            }
        }
    }

    private static int Length(string request) =>
        request.Split("\r\n").FirstOrDefault(l => l.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)) is { } line ? int.Parse(line.Split(':')[1], null) : 0;
}
