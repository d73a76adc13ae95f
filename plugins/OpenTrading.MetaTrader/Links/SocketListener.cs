using System.Net;
using System.Net.Sockets;

namespace OpenTrading.MetaTrader.Links;

/// <summary>Experts that connect by TCP: every MT5 terminal.</summary>
/// <param name="endPoint">Where to listen.</param>
internal sealed class SocketListener(IPEndPoint endPoint) : ILinkListener
{
    private const int Waiting = 16;

    private readonly LinkSet _links = new();
    private readonly CancellationTokenSource _ending = new();
    private Socket? _socket;
    private Task _accepting = Task.CompletedTask;

    public string Address => (_socket?.LocalEndPoint ?? endPoint).ToString()!;

    public Task StartAsync(Func<ILink, Task> accept, CancellationToken cancellationToken)
    {
        var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            // A host that starts again must not wait for the last one's connections to be forgotten. On Windows the option means something else.
            if (!OperatingSystem.IsWindows())
            {
                socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
            }

            socket.Bind(endPoint);
            socket.Listen(Waiting);
        }
        catch (SocketException e)
        {
            socket.Dispose();
            throw new IOException($"{endPoint} cannot be had ({e.Message})", e);
        }

        _socket = socket;
        _accepting = AcceptAsync(socket, accept);
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync().ConfigureAwait(false);
        _socket?.Dispose();
        await _accepting.ConfigureAwait(false);
        await _links.EndAsync().ConfigureAwait(false);
        _ending.Dispose();
    }

    private async Task AcceptAsync(Socket socket, Func<ILink, Task> accept)
    {
        while (!_ending.IsCancellationRequested)
        {
            try
            {
                Socket connected = await socket.AcceptAsync(_ending.Token).ConfigureAwait(false);
                connected.NoDelay = true;
                string peer = (connected.RemoteEndPoint as IPEndPoint)?.Address.ToString() ?? "unknown";
                _links.Serve(new StreamLink("tcp", peer, new NetworkStream(connected, ownsSocket: true)), accept);
            }
            catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
            catch (SocketException)
            {
                // One that went away before it was accepted is no reason to stop listening.
            }
        }
    }
}
