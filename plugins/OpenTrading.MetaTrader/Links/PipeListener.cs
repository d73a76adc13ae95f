using System.IO.Pipes;

namespace OpenTrading.MetaTrader.Links;

/// <summary>Experts that connect by a named pipe: MT4 on the same Windows machine. Elsewhere the same name is a Unix socket.</summary>
/// <param name="name">Name of the pipe; a rooted path names the socket itself.</param>
internal sealed class PipeListener(string name) : ILinkListener
{
    private const int Most = 16;

    private readonly LinkSet _links = new();
    private readonly CancellationTokenSource _ending = new();
    private Task _accepting = Task.CompletedTask;

    public string Address => OperatingSystem.IsWindows() ? $@"\\.\pipe\{name}" : name.StartsWith('/') ? name : $"{Path.GetTempPath()}CoreFxPipe_{name}";

    public Task StartAsync(Func<ILink, Task> accept, CancellationToken cancellationToken)
    {
        // Only this user's programs: a pipe has no address that could be kept away.
        NamedPipeServerStream first = Open(firstOfAll: true);
        _accepting = AcceptAsync(first, accept);
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync().ConfigureAwait(false);
        await _accepting.ConfigureAwait(false);
        await _links.EndAsync().ConfigureAwait(false);
        _ending.Dispose();
    }

    private NamedPipeServerStream Open(bool firstOfAll)
    {
        try
        {
            return new NamedPipeServerStream(
                name, PipeDirection.InOut, Most, PipeTransmissionMode.Byte, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly | (firstOfAll ? PipeOptions.FirstPipeInstance : 0));
        }
        catch (UnauthorizedAccessException e)
        {
            throw new IOException($"the pipe {Address} cannot be had ({e.Message.TrimEnd('.')})", e);
        }
    }

    private async Task AcceptAsync(NamedPipeServerStream next, Func<ILink, Task> accept)
    {
        while (true)
        {
            try
            {
                await next.WaitForConnectionAsync(_ending.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                await next.DisposeAsync().ConfigureAwait(false);
                return;
            }
            catch (IOException)
            {
                await next.DisposeAsync().ConfigureAwait(false);
                next = Open(firstOfAll: false);
                continue;
            }

            _links.Serve(new StreamLink("pipe", "pipe", next), accept);
            next = Open(firstOfAll: false);
        }
    }
}
