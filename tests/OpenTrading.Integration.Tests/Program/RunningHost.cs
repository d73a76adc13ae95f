using System.Diagnostics;
using System.Globalization;

namespace OpenTrading.Integration.Tests.Program;

/// <summary>A host that runs until it is stopped, killed or disposed of.</summary>
internal sealed class RunningHost(Process process) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly Task<string> _error = process.StandardError.ReadToEndAsync();

    public int Id => process.Id;

    /// <summary>Whether it has ended.</summary>
    public bool HasEnded => process.WaitForExit(TimeSpan.FromSeconds(5));

    /// <summary>Lines read so far.</summary>
    public List<string> Lines { get; } = [];

    /// <summary>Reads on until a line holds the text.</summary>
    /// <exception cref="TimeoutException">None came in time, or the host ended before.</exception>
    public async Task<string> LineWithAsync(string text)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
            {
                Lines.Add(line);
                if (line.Contains(text, StringComparison.Ordinal))
                {
                    return line;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Reported below with what was read.
        }

        string error = process.HasExited ? await _error : "";
        throw new TimeoutException($"No line with '{text}' came from the host.\n{error}\n{string.Join('\n', Lines)}");
    }

    /// <summary>Waits for the end.</summary>
    /// <returns>The whole of it.</returns>
    public async Task<Outcome> EndAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            Lines.Add(line);
        }

        await process.WaitForExitAsync(patience.Token);
        return new Outcome(process.ExitCode, string.Join('\n', Lines), await _error);
    }

    /// <summary>Sends a signal, as Ctrl+C (INT) and service managers (TERM) do.</summary>
    public async Task SignalAsync(string signal)
    {
        using Process kill = Process.Start("kill", ["-s", signal, process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Ends it as a power cut would.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await EndAsync();
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }
}
