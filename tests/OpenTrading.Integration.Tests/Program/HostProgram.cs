using System.Collections;
using System.Diagnostics;

namespace OpenTrading.Integration.Tests.Program;

/// <summary>The built program, of the configuration the tests were built in.</summary>
internal static class HostProgram
{
    private static readonly TimeSpan UsualPatience = TimeSpan.FromSeconds(90);

    public static string File { get; } = Path.Combine(
        ReferenceFiles.RepositoryRoot, "artifacts", "bin", "OpenTrading.Host", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), "opentrading");

    /// <summary>Runs a program to its end.</summary>
    /// <exception cref="TimeoutException">It did not end in time; it was killed.</exception>
    public static async Task<Outcome> RunAsync(string program, string folder, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null, TimeSpan? patience = null)
    {
        using Process process = Start(program, folder, arguments, environment);
        using var late = new CancellationTokenSource(patience ?? UsualPatience);
        Task<string> output = process.StandardOutput.ReadToEndAsync(late.Token);
        Task<string> error = process.StandardError.ReadToEndAsync(late.Token);
        try
        {
            await process.WaitForExitAsync(late.Token);
            return new Outcome(process.ExitCode, await output, await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} {string.Join(' ', arguments)} did not end within {patience ?? UsualPatience}.");
        }
    }

    public static Process Start(string program, string folder, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // Settings of whoever runs the tests must not reach the host under test.
        foreach (string name in Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(e => (string)e.Key).Where(IsSetting))
        {
            start.Environment.Remove(name);
        }

        foreach ((string name, string value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
    }

    private static bool IsSetting(string name) =>
        name.StartsWith("OPENTRADING", StringComparison.OrdinalIgnoreCase) || name.StartsWith("MCP_", StringComparison.Ordinal)
        || name.StartsWith("MT5_", StringComparison.Ordinal) || name.StartsWith("MAX_", StringComparison.Ordinal) || name.StartsWith("MIN_", StringComparison.Ordinal)
        || name is "REQUIRE_AUTH" or "ENABLE_LIVE_ORDER" or "KILL_SWITCH_ACTIVE" or "TRADING_AGENT_BASE_URL" or "TRADING_AGENT_DISABLE_EMBEDDED_MCP";
}
