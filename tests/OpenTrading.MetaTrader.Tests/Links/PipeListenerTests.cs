using System.IO.Pipes;
using System.Net.Sockets;
using OpenTrading.MetaTrader.Links;

namespace OpenTrading.MetaTrader.Tests.Links;

public sealed class PipeListenerTests
{
    private readonly string _name = $"ot-{Guid.NewGuid():N}"[..20];

    private string SocketFile => $"{Path.GetTempPath()}CoreFxPipe_{_name}";

    [UnixFact]
    public async Task Start_SocketOfAKilledProcess_IsReplaced()
    {
        LeaveBehind(SocketFile);
        await using var listener = new PipeListener(_name);
        var served = new TaskCompletionSource<string>();

        await listener.StartAsync(link => { served.TrySetResult(link.Kind); return Task.CompletedTask; }, default);
        await using var client = new NamedPipeClientStream(".", _name, PipeDirection.InOut, PipeOptions.Asynchronous);
        await client.ConnectAsync(60_000);

        Assert.Equal("pipe", await served.Task.WaitAsync(TimeSpan.FromSeconds(60)));
        Assert.Equal([SocketFile], Directory.GetFiles(Path.GetTempPath(), Path.GetFileName(SocketFile) + "*"));
    }

    [UnixFact]
    public async Task Start_SocketThatSomebodyListensTo_IsLeftAndTheRemedyNamed()
    {
        using var other = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        other.Bind(new UnixDomainSocketEndPoint(SocketFile));
        other.Listen();
        await using var listener = new PipeListener(_name);

        IOException taken = await Assert.ThrowsAsync<IOException>(() => listener.StartAsync(_ => Task.CompletedTask, default));

        Assert.Equal(
            $"the pipe {SocketFile} cannot be had: another program has it, or left its file behind; end it or remove the file, or set metatrader.pipe to another name or none", taken.Message);
        using var client = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await client.ConnectAsync(new UnixDomainSocketEndPoint(SocketFile));
        Assert.True(client.Connected);
    }

    [UnixFact]
    public async Task Start_FileThatTheConfigurationNames_IsNeverRemoved()
    {
        string file = Path.Combine(Path.GetTempPath(), _name);
        await File.WriteAllTextAsync(file, "not a socket");
        await using var listener = new PipeListener(file);

        await Assert.ThrowsAsync<IOException>(() => listener.StartAsync(_ => Task.CompletedTask, default));

        Assert.Equal("not a socket", await File.ReadAllTextAsync(file));
        File.Delete(file);
    }

    // A socket that ends in order takes its file along; under another name it does not find it.
    private static void LeaveBehind(string file)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(file + "-bound"));
        socket.Listen();
        File.Move(file + "-bound", file);
    }
}
