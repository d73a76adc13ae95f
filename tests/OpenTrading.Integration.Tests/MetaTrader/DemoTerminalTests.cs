using System.Net.Sockets;
using OpenTrading.Integration.Tests.Program;
using OpenTrading.Tests.Shared.Terminals;

namespace OpenTrading.Integration.Tests.MetaTrader;

/// <summary>The emulated terminal as a command.</summary>
public sealed class DemoTerminalTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task DemoTerminal_WithoutACompiler_SaysWhatToInstall()
    {
        _workspace.Variables["PATH"] = _workspace.Folder;

        Outcome outcome = await _workspace.RunAsync("demo-terminal");

        Assert.Equal(3, outcome.ExitCode);
        Assert.Contains(OperatingSystem.IsLinux() ? "apt-get install g++ make python3" : "docs/metatrader.md", outcome.Error, StringComparison.Ordinal);
    }

    [EmulatorFact]
    public async Task DemoTerminal_WithACompiler_ConnectsToTheHostOfItsHome()
    {
        await using TerminalDesk desk = await TerminalDesk.StartAsync();

        // What the tests built already is not compiled anew.
        string built = Path.GetDirectoryName(await EmulatorBuild.ProgramAsync("mt5"))!;
        foreach (string file in Directory.GetFiles(built, "*", SearchOption.AllDirectories).Where(f => !f.Contains("sanitize", StringComparison.Ordinal)))
        {
            string copy = desk.Workspace.InHome("demo-terminal", "build", Path.GetRelativePath(built, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        Task<Outcome> running = desk.Workspace.RunAsync("--config", "config/paper.toml", "demo-terminal");
        await desk.ConnectedAsync();
        Outcome second = await desk.Workspace.RunAsync("--config", "config/paper.toml", "demo-terminal");
        Assert.NotEqual(0, second.ExitCode);
        Assert.Contains("A demo terminal of this home runs already for mt5", second.Error, StringComparison.Ordinal);
        using var control = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await control.ConnectAsync(new UnixDomainSocketEndPoint(desk.Workspace.InHome("demo-terminal", "mt5", "control")));
        await control.SendAsync("quit\n"u8.ToArray());
        Outcome outcome = await running;

        Assert.True(outcome.ExitCode == 0, outcome.ToString());
        Assert.Contains("mt5 terminal for 127.0.0.1:", outcome.Output, StringComparison.Ordinal);
    }
}
