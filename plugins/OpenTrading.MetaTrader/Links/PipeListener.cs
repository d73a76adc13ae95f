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

    public string Address => OperatingSystem.IsWindows() ? $@"\\.\pipe\{name}" : IsFile ? name : $"{Path.GetTempPath()}CoreFxPipe_{name}";

    private bool IsFile => name.StartsWith('/');

    public Task StartAsync(Func<ILink, Task> accept, CancellationToken cancellationToken)
    {
        // Only this user's programs: a pipe has no address that could be kept away.
        NamedPipeServerStream first = OpenFirst();
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

    private NamedPipeServerStream OpenFirst()
    {
        try
        {
            return Open(firstOfAll: true);
        }
        catch (UnauthorizedAccessException)
        {
            // A file that the configuration names may be anything; under this name of the runtime's there are sockets alone.
            if (OperatingSystem.IsWindows() || IsFile || !DeadSocket.TryRemove(Address))
            {
                throw Taken();
            }
        }

        try
        {
            return Open(firstOfAll: true);
        }
        catch (UnauthorizedAccessException)
        {
            throw Taken();
        }
    }

    private IOException Taken() => new(
        $"the pipe {Address} cannot be had: another program has it{(OperatingSystem.IsWindows() ? "" : ", or left its file behind")}; end it{(OperatingSystem.IsWindows() ? "" : " or remove the file")}, or set metatrader.pipe to another name or none");

    private NamedPipeServerStream Open(bool firstOfAll) => new(
        name, PipeDirection.InOut, Most, PipeTransmissionMode.Byte, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly | (firstOfAll ? PipeOptions.FirstPipeInstance : 0));

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
