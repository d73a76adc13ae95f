using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OpenTrading.Research.Tests.Support;

/// <summary>A machine elsewhere, as bad as a test wants it: bytes are written as they are given, and a connection may hang, break off or never end.</summary>
internal sealed class StubServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ending = new();
    private readonly Dictionary<string, Func<Stream, int, CancellationToken, Task>> _pages = [];
    private readonly ConcurrentDictionary<string, int> _asked = new();
    private readonly ConcurrentQueue<string> _requests = new();

    public StubServer()
    {
        _listener.Start();
        _ = Task.Run(ServeAsync);
    }

    /// <summary>Its address.</summary>
    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>Heads and bodies that came, in order.</summary>
    public IReadOnlyCollection<string> Requests => _requests;

    /// <summary>How often a page was asked for.</summary>
    public int Asked(string path) => _asked.GetValueOrDefault(path);

    /// <summary>Answers a path by code: the stream, how often it was asked for before, the end.</summary>
    public StubServer On(string path, Func<Stream, int, CancellationToken, Task> answer)
    {
        _pages[path] = answer;
        return this;
    }

    /// <summary>Answers a path.</summary>
    public StubServer On(string path, string body, string type = "application/rss+xml", int status = 200, string head = "") =>
        On(path, (stream, _, token) => WriteAsync(stream, body, type, status, head, token));

    /// <summary>Writes a whole answer.</summary>
    public static async Task WriteAsync(Stream stream, string body, string type, int status, string head, CancellationToken token)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(body);
        await HeadAsync(stream, status, $"Content-Type: {type}\r\nContent-Length: {bytes.Length.ToString(CultureInfo.InvariantCulture)}\r\n{head}", token);
        await stream.WriteAsync(bytes, token);
    }

    /// <summary>Writes the head of an answer.</summary>
    public static Task HeadAsync(Stream stream, int status, string head, CancellationToken token) =>
        stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status} X\r\nConnection: close\r\n{head}\r\n"), token).AsTask();

    // What still hangs is let go, and nobody waits for it.
    public void Dispose()
    {
        _ending.Cancel();
        _listener.Dispose();
    }

    private async Task ServeAsync()
    {
        CancellationToken end = _ending.Token;
        try
        {
            while (true)
            {
                _ = AnswerAsync(await _listener.AcceptTcpClientAsync(end), end);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task AnswerAsync(TcpClient client, CancellationToken end)
    {
        try
        {
            using TcpClient open = client;
            NetworkStream stream = client.GetStream();
            string request = await ReadAsync(stream, end);
            _requests.Enqueue(request);
            string path = request.Split(' ')[1];
            int before = _asked.AddOrUpdate(path, 1, (_, n) => n + 1) - 1;
            await (_pages.TryGetValue(path, out var page) ? page(stream, before, end) : HeadAsync(stream, 404, "Content-Length: 0\r\n", end));
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The other side went, or the test is over.
        }
    }

    private static async Task<string> ReadAsync(NetworkStream stream, CancellationToken end)
    {
        var request = new StringBuilder();
        byte[] chunk = new byte[8192];
        while (!IsWhole(request.ToString()))
        {
            int bytes = await stream.ReadAsync(chunk, end);
            if (bytes == 0)
            {
                throw new IOException("It ended.");
            }

            request.Append(Encoding.UTF8.GetString(chunk, 0, bytes));
        }

        return request.ToString();
    }

    private static bool IsWhole(string request)
    {
        int end = request.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        string? length = request.Split("\r\n").FirstOrDefault(l => l.StartsWith("Content-Length: ", StringComparison.OrdinalIgnoreCase));
        return end >= 0 && request.Length - end - 4 >= (length is null ? 0 : int.Parse(length[16..], CultureInfo.InvariantCulture));
    }
}
