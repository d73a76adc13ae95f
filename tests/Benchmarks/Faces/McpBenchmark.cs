using System.Diagnostics;
using OpenTrading.Benchmarks.Harness;

namespace OpenTrading.Benchmarks.Faces;

/// <summary>MCP over Streamable HTTP under the load of this process: calls, and sessions that nobody ends.</summary>
internal sealed class McpBenchmark : IBenchmark
{
    private const int Connections = 20;
    private const int Sessions = 1000;

    // The host refuses a caller's reads above 5000 a second, and a refusal is no answer to measure.
    private const int MostPerSecond = 4800;
    private const int Rounds = 5;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(4);

    public string Name => "mcp";

    public void Run(Report report)
    {
        using var workspace = new Workspace();
        workspace.Import(Workspace.EurusdFile, Workspace.Eurusd);
        using ServingHost host = ServingHost.Start(workspace.Home.Root);
        CallAsync(report, host, "get_quote", """{"symbol":"EURUSD"}""", Limit.AtLeast(2500), Limit.AtMost(25)).GetAwaiter().GetResult();
        CallAsync(report, host, "get_market_bars", """{"symbol":"EURUSD","timeframe":"H1","count":500}""", null, Limit.AtMost(40)).GetAwaiter().GetResult();
        AbandonAsync(report, host).GetAwaiter().GetResult();
    }

    private static async Task CallAsync(Report report, ServingHost host, string tool, string arguments, Limit? rate, Limit latency)
    {
        McpConnection[] connections = [.. Enumerable.Range(0, Connections).Select(_ => new McpConnection(host.Mcp, tool, arguments))];
        await Task.WhenAll(connections.Select(c => c.OpenAsync())).ConfigureAwait(false);
        await LoadAsync(connections, WarmUp).ConfigureAwait(false);
        var rates = new List<double>();
        var latencies = new List<double>();
        var cpu = new List<double>();
        for (int round = 0; round < Rounds; round++)
        {
            TimeSpan before = host.Cpu;
            double[] took = await LoadAsync(connections, Round).ConfigureAwait(false);
            rates.Add(took.Length / Round.TotalSeconds);
            latencies.Add(took[(int)(took.Length * 0.99)]);
            cpu.Add((host.Cpu - before).TotalMicroseconds / took.Length);
        }

        report.Add($"mcp: {tool} over {Connections} connections", "1/s", rates, rate);
        report.Add($"mcp: {tool}, 99th percentile", "ms", latencies, latency);
        report.Add($"mcp: {tool}, processor time of the host", "us", cpu);
        Array.ForEach(connections, c => c.Dispose());
    }

    // How long each call took, ms, in order of size.
    private static async Task<double[]> LoadAsync(McpConnection[] connections, TimeSpan span)
    {
        long start = Stopwatch.GetTimestamp();
        List<double>[] took = await Task.WhenAll(connections.Select(c => Task.Run(async () =>
        {
            var own = new List<double>();
            while (Stopwatch.GetElapsedTime(start) < span)
            {
                while (own.Count > Stopwatch.GetElapsedTime(start).TotalSeconds * MostPerSecond / connections.Length)
                {
                    await Task.Delay(1).ConfigureAwait(false);
                }

                long begin = Stopwatch.GetTimestamp();
                await c.CallAsync().ConfigureAwait(false);
                own.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
            }

            return own;
        }))).ConfigureAwait(false);
        return [.. took.SelectMany(t => t).Order()];
    }

    private static async Task AbandonAsync(Report report, ServingHost host)
    {
        double before = host.Megabytes;
        for (int i = 0; i < Sessions; i++)
        {
            using var connection = new McpConnection(host.Mcp, "get_quote", """{"symbol":"EURUSD"}""");
            await connection.OpenAsync().ConfigureAwait(false);
            await connection.CallAsync().ConfigureAwait(false);
        }

        report.Add($"mcp: memory that {Sessions} abandoned sessions leave behind", "MB", [host.Megabytes - before], Limit.AtMost(30));
    }
}
