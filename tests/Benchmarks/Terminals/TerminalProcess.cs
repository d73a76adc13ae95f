using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using OpenTrading.Tests.Shared;

namespace OpenTrading.Benchmarks.Terminals;

/// <summary>The emulated terminal with the expert in it.</summary>
internal sealed class TerminalProcess : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ot-terminal-").FullName;
    private readonly Process _process;
    private readonly Socket _control = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly StreamReader _answers;

    /// <summary>Builds it where need be, and starts it.</summary>
    /// <exception cref="InvalidOperationException">It does not compile or start.</exception>
    public TerminalProcess(string port)
    {
        string sources = Path.Combine(ReferenceFiles.RepositoryRoot, "mql5", "emulator");
        using (Process make = Process.Start(new ProcessStartInfo("make", ["-s", "all"]) { WorkingDirectory = sources }) ?? throw new InvalidOperationException("make does not start"))
        {
            make.WaitForExit();
            if (make.ExitCode != 0)
            {
                throw new InvalidOperationException("the terminal emulator does not compile");
            }
        }

        string control = Path.Combine(_folder, "control");
        _process = Process.Start(new ProcessStartInfo(
            Path.Combine(sources, "build", "terminal-mt5"),
            [
                "--files", _folder, "--control", control, "--feed", "manual", "--quiet", "--input", $"HostPort={port}", "--input", $"HostToken={TerminalContext.Token}",
                "--input", "AllowTrading=true", "--input", "MaxOpenLots=0", "--input", "MaxOrdersPerMinute=0", "--max-bars", "200000",
            ]))!;
        while (!File.Exists(control))
        {
            if (_process.HasExited)
            {
                throw new InvalidOperationException("the terminal emulator does not start");
            }

            Thread.Sleep(10);
        }

        _control.Connect(new UnixDomainSocketEndPoint(control));
        _answers = new StreamReader(new NetworkStream(_control));
        Command("quote EURUSD 1.10000 1.10012");
    }

    /// <summary>Sends a command and waits for its answer.</summary>
    public string Command(string command)
    {
        _control.Send(Encoding.UTF8.GetBytes(command + "\n"));
        return _answers.ReadLine() ?? throw new InvalidOperationException("the terminal emulator ended");
    }

    public void Dispose()
    {
        _control.Dispose();
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
