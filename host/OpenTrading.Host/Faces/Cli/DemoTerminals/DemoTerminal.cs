using System.Diagnostics;
using OpenTrading.Host.Configuration.Sections;
using OpenTrading.Host.Home;
using OpenTrading.Kernel.Storage;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Faces.Cli.DemoTerminals;

/// <summary>The terminal emulator that came with the program: built for this machine at its first start, and run as long as the command is.</summary>
/// <param name="home">Keeps the built emulator, and what its terminal and broker remember.</param>
/// <param name="platform">mt5 or mt4.</param>
/// <param name="screen">Where it says what it does.</param>
internal sealed class DemoTerminal(HomeFolder home, string platform, Terminal screen)
{
    private static readonly string[] Tools = ["make", "g++", "python3"];

    private static string Sources => Path.Combine(AppContext.BaseDirectory, "mql5", "emulator");

    private string Folder => Path.Combine(home.Root, "demo-terminal");

    /// <summary>Builds it where it is not, or not of these sources.</summary>
    /// <returns>The program.</returns>
    /// <exception cref="CapabilityException">A tool or the sources are missing, or the compiler fails.</exception>
    public async Task<string> BuildAsync(CancellationToken cancellationToken)
    {
        if (!OperatingSystem.IsLinux())
        {
            throw new CapabilityException(ErrorCode.NotSupported, "The emulator runs on Linux alone", "Install MetaTrader and attach the expert, see docs/metatrader.md; on Windows the subsystem for Linux runs the emulator, too.");
        }

        if (Tools.FirstOrDefault(tool => !IsThere(tool)) is { } missing)
        {
            throw new CapabilityException(
                ErrorCode.NotSupported, $"The emulator is compiled at its first start, and {missing} is not installed", "Install g++, make and python3, such as by: apt-get install g++ make python3.");
        }

        if (!Directory.Exists(Sources))
        {
            throw new CapabilityException(ErrorCode.NotFound, $"The emulator's sources are not at {Sources}", "Install the program anew.");
        }

        screen.Line("building the terminal; the first time this takes a minute or two");
        string build = Path.Combine(Folder, "build");
        (int code, string said) = await MakeAsync(build, cancellationToken).ConfigureAwait(false);
        return code == 0
            ? Path.Combine(build, $"terminal-{platform}")
            : throw new CapabilityException(ErrorCode.InternalError, $"The emulator does not compile: {Last(said)}", $"It needs g++ 12 or newer; delete {build} and try again.");
    }

    /// <summary>Runs it until it or the command ends.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(string program, MetaTraderOptions bridge, bool mayTrade, IEnumerable<string> further, CancellationToken cancellationToken)
    {
        string files = Path.Combine(Folder, platform);
        Directory.CreateDirectory(files);
        string listen = platform == "mt5" ? bridge.Listen : bridge.HttpListen;
        if (listen == MetaTraderOptions.None)
        {
            throw new CapabilityException(ErrorCode.StateConflict, $"The host listens on no address for {platform}", platform == "mt5" ? "Set metatrader.listen." : "Set metatrader.http_listen.");
        }

        using FileStream alone = Alone(files);
        var start = new ProcessStartInfo(program, [.. Inputs(bridge, listen, mayTrade), "--files", files, "--state", Path.Combine(files, "broker"), "--control", Path.Combine(files, "control"), .. further])
        {
            // The group that a terminal's Ctrl+C reaches is its own business: it ends with the command either way.
            UseShellExecute = false,
        };
        screen.Line($"{platform} terminal for {listen}; its memory is in {files}, commands go to {Path.Combine(files, "control")}; Ctrl+C ends it");
        using Process process = Process.Start(start) ?? throw new IOException($"{program} did not start.");
        try
        {
            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
            return process.ExitCode == 0 ? ExitCodes.Ok : ExitCodes.Internal;
        }
        catch (OperationCanceledException)
        {
            if (!process.HasExited)
            {
                process.Kill();
            }

            return ExitCodes.Ok;
        }
    }

    // Two terminals in one folder would write over each other's memory, and the host would see one expert with two links.
    private FileStream Alone(string files)
    {
        try
        {
            return new FileStream(Path.Combine(files, "running.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (SharingViolation.Is(e))
        {
            throw new CapabilityException(
                ErrorCode.StateConflict, $"A demo terminal of this home runs already for {platform}, in {files}", "End it, take the other --platform, or name another home with --home.");
        }
    }

    private IEnumerable<string> Inputs(MetaTraderOptions bridge, string listen, bool mayTrade)
    {
        yield return "--input";
        yield return $"HostPort={listen[(listen.LastIndexOf(':') + 1)..]}";
        yield return "--input";
        yield return $"AllowTrading={(mayTrade ? "true" : "false")}";
        if (platform == "mt4")
        {
            yield return "--input";
            yield return "UseWebRequest=true";
        }

        if (SecretFile.Read(home, bridge.TokenFile) is { } token)
        {
            yield return "--input";
            yield return $"HostToken={token}";
        }
    }

    private async Task<(int Code, string Said)> MakeAsync(string build, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(build);
        var start = new ProcessStartInfo("make", ["-s", "all", $"BUILD={build}", $"TERMINALS={platform}", $"-j{Math.Max(1, Environment.ProcessorCount / 2)}"])
        {
            WorkingDirectory = Sources, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using Process make = Process.Start(start) ?? throw new IOException("make did not start.");
        Task<string> output = make.StandardOutput.ReadToEndAsync(cancellationToken);
        string fault = await make.StandardError.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
        await output.ConfigureAwait(false);
        await make.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        return (make.ExitCode, fault);
    }

    private static string Last(string said) => said.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault("make says nothing");

    private static bool IsThere(string tool) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, tool)));
}
