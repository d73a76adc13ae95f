using System.Diagnostics;
using System.Globalization;

namespace OpenTrading.Benchmarks.Harness;

/// <summary>The real host while it runs, in a process of its own, on ports that the system chose.</summary>
internal sealed class ServingHost : IDisposable
{
    private readonly Process _process;

    private ServingHost(Process process, Uri mcp) => (_process, Mcp) = (process, mcp);

    /// <summary>Where it serves MCP.</summary>
    public Uri Mcp { get; }

    /// <summary>Memory it holds now, 10^6 bytes.</summary>
    public double Megabytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1e6;
        }
    }

    /// <summary>Processor time it took so far.</summary>
    public TimeSpan Cpu
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Starts it and waits until it serves.</summary>
    /// <exception cref="InvalidOperationException">It is not built, or did not come up.</exception>
    public static ServingHost Start(string home)
    {
        var start = new ProcessStartInfo(HostProcess.Program, ["--home", home, "run"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["OPENTRADING__SERVER__REST_LISTEN"] = "127.0.0.1:0";
        start.Environment["OPENTRADING__MCP__LISTEN"] = "127.0.0.1:0";
        Process process = Process.Start(start)!;
        while (process.StandardOutput.ReadLine() is { } line)
        {
            if (line.Contains("mcp       at ", StringComparison.Ordinal))
            {
                // A full pipe would stop it.
                _ = process.StandardOutput.ReadToEndAsync();
                _ = process.StandardError.ReadToEndAsync();
                return new ServingHost(process, new Uri(line.Split(' ').First(w => w.StartsWith("http", StringComparison.Ordinal))));
            }
        }

        throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"the host ended with {process.ExitCode}: {process.StandardError.ReadToEnd().TrimEnd()}"));
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
