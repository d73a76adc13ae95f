using System.Diagnostics;
using OpenTrading.Benchmarks.Harness;
using OpenTrading.MetaTrader;
using OpenTrading.MetaTrader.Protocol;
using OpenTrading.MetaTrader.Sessions;
using OpenTrading.MetaTrader.Terminals;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Benchmarks.Terminals;

/// <summary>The bridge over loopback with the expert in an emulated terminal: both share the machine, as a user's would.</summary>
internal sealed class TerminalBenchmark : IBenchmark
{
    private const int Trips = 2000;
    private const int Pipelined = 500;
    private const int Bars = 100_000;
    private const int Positions = 200;
    private const int TickSeconds = 10;
    private const int TicksPerSecond = 10_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public string Name => "terminal";

    public void Run(Report report)
    {
        var context = new TerminalContext();
        var options = new BridgeOptions { Listen = "127.0.0.1:0", HttpListen = "none", Pipe = "none", HeartbeatMs = 1000 };
        var bridge = new Bridge(options, context);
        using var service = new BridgeService(options, bridge, context);
        string address = service.StartAsync(default).GetAwaiter().GetResult().Split(' ')[4].TrimEnd(',');
        using (var process = new TerminalProcess(address.Split(':')[^1]))
        {
            Terminal terminal = Ready(bridge);
            TimesOfTrips(report, terminal);
            TimeOfPipeline(report, terminal);
            TimeOfBars(report, bridge, terminal);
            RateOfTicks(report, process, terminal);
            TimeOfResync(report, bridge, process);
        }

        service.StopAsync().GetAwaiter().GetResult();
    }

    private static void TimesOfTrips(Report report, Terminal terminal)
    {
        var times = new List<double>(Trips);
        for (int i = -200; i < Trips; i++)
        {
            long start = Stopwatch.GetTimestamp();
            Ask(terminal, "quote").Wait();
            if (i >= 0)
            {
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }

        times.Sort();
        report.Add("round trip, p50", "ms", [times[Trips / 2]], Limit.AtMost(2));
        report.Add("round trip, p99", "ms", [times[Trips * 99 / 100]], Limit.AtMost(15));
    }

    private static void TimeOfPipeline(Report report, Terminal terminal) => report.Add(
        $"{Pipelined} pipelined quotes", "ms", Laps(() => Task.WaitAll(Enumerable.Range(0, Pipelined).Select(_ => Ask(terminal, "quote")))), Limit.AtMost(40));

    private static void TimeOfBars(Report report, Bridge bridge, Terminal terminal)
    {
        DateTime to = DateTime.UtcNow;
        int count = 0;
        double[] times = [.. Laps(() => count = bridge.History.ReadBarsAsync(terminal, "EURUSD", Timeframe.M1, to.AddDays(-2000), to, default).GetAwaiter().GetResult().Count, 3)];
        report.Add($"{count:#,0} bars, for each {Bars:#,0}", "s", times.Select(t => t / 1000 * Bars / Math.Max(1, count)), Limit.AtMost(3));
    }

    private static void RateOfTicks(Report report, TerminalProcess process, Terminal terminal)
    {
        long before = terminal.Quotes.Ticks;
        long dropped = terminal.Quotes.Dropped;
        long missing = terminal.Session!.MissingEvents;
        long start = Stopwatch.GetTimestamp();
        int sent = 0;
        while (Stopwatch.GetElapsedTime(start).TotalSeconds < TickSeconds)
        {
            int due = (int)(Stopwatch.GetElapsedTime(start).TotalSeconds * TicksPerSecond) - sent;
            if (due >= 100)
            {
                process.Command($"burst EURUSD {due}");
                sent += due;
            }
            else
            {
                Thread.Sleep(1);
            }
        }

        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        SpinWait.SpinUntil(() => terminal.Quotes.Ticks - before + terminal.Quotes.Dropped - dropped >= sent, Patience);
        long told = terminal.Quotes.Ticks - before;
        report.Add("ticks a second, of 10,000", "1/s", [told / seconds], Limit.AtLeast(9_900));
        report.Add("ticks neither told nor counted", "", [sent - told - (terminal.Quotes.Dropped - dropped) + (terminal.Session!.MissingEvents - missing)], Limit.AtMost(0));
    }

    private static void TimeOfResync(Report report, Bridge bridge, TerminalProcess process)
    {
        for (int i = 0; i < Positions; i++)
        {
            process.Command("open EURUSD buy 0.01 1.05");
        }

        var times = new List<double>();
        for (int i = 0; i < 3; i++)
        {
            Session old = bridge.Terminals.All[0].Session!;
            long start = Stopwatch.GetTimestamp();
            process.Command("cut");
            if (!SpinWait.SpinUntil(() => bridge.Terminals.All[0] is { IsReady: true, Session: { } next, Book.Positions.Count: Positions } && next != old, Patience))
            {
                throw new InvalidOperationException("the terminal did not come back");
            }

            times.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        report.Add($"resync after a cut, {Positions} positions", "s", times, Limit.AtMost(2));
    }

    private static Terminal Ready(Bridge bridge) => SpinWait.SpinUntil(() => bridge.Terminals.All is [{ IsReady: true }], Patience)
        ? bridge.Terminals.All[0]
        : throw new InvalidOperationException("the terminal does not connect");

    private static async Task Ask(Terminal terminal, string op)
    {
        using Answer answer = await terminal.Require().AskAsync(op, m => m.With("symbol", "EURUSD"), Patience, default).ConfigureAwait(false);
        answer.Require();
    }

    private static IEnumerable<double> Laps(Action work, int times = 9)
    {
        for (int i = 0; i < times; i++)
        {
            long start = Stopwatch.GetTimestamp();
            work();
            yield return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }
    }
}
