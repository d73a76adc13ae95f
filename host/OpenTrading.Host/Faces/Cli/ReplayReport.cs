using System.Globalization;
using OpenTrading.Host.Running;
using OpenTrading.Kernel.Orders;
using OpenTrading.Kernel.Replays;
using OpenTrading.Simulation.Fills;

namespace OpenTrading.Host.Faces.Cli;

/// <summary>Prints a replay. The JSON holds nothing that differs between two equal runs: no clock, no path, no duration.</summary>
internal static class ReplayReport
{
    private const int LatestTrades = 10;
    private const int MostReasons = 10;

    public static void Print(Terminal terminal, ReplayOutcome outcome)
    {
        if (terminal.IsJson)
        {
            Terminal.Document(Document(outcome));
            return;
        }

        ReplayResult r = outcome.Result;
        string currency = outcome.Account.Currency;
        decimal net = r.FinalEquity - outcome.Account.InitialCash;
        terminal.Line(Text($"{outcome.Stored.Key.Symbol} {outcome.Bars.Timeframe} from {outcome.Stored.Key.Source}{Aggregated(outcome)}: {r.Bars:N0} bars, {outcome.Bars[0].Time:yyyy-MM-dd} to {outcome.Bars[outcome.Bars.Count - 1].Time:yyyy-MM-dd}"));
        terminal.Line($"strategies {string.Join(", ", outcome.Strategies)}, voting {outcome.Voting}, size {outcome.Size}");
        terminal.Line();
        terminal.Table(["result", ""],
        [
            ["final equity", Text($"{r.FinalEquity:N2} {currency}")],
            ["net result", Text($"{net:+#,0.00;-#,0.00;0.00} {currency} ({net / outcome.Account.InitialCash:+0.00%;-0.00%;0.00%})")],
            ["largest drawdown", Text($"{r.MaxDrawdown:N2} {currency}")],
            ["closed trades", Text($"{r.Trades.Count:N0}, {Share(r.Trades)} winners")],
            ["decisions", Text($"{r.Decisions:N0}, leading to {r.Orders:N0} orders, {r.Rejections.Count:N0} of them rejected")],
        ]);
        PrintTrades(terminal, r);
        PrintRejections(terminal, r);
        PrintSkipped(terminal, r);
        foreach ((string id, string why) in r.Faulted)
        {
            terminal.Line($"{id} was disabled: {why}");
        }

        terminal.Line();
        terminal.Line($"journal of {outcome.Run}, sha256 {outcome.JournalSha256}");
        terminal.Line($"check it: opentrading audit verify {Quoted(outcome.JournalPath)}");
    }

    private static void PrintTrades(Terminal terminal, ReplayResult r)
    {
        if (r.Trades.Count == 0)
        {
            return;
        }

        terminal.Line(Text($"last {Math.Min(LatestTrades, r.Trades.Count)} of {r.Trades.Count} trades"));
        terminal.Table(
            ["opened", "closed", "side", "lots", "entry", "exit", "reason", "net"],
            r.Trades.TakeLast(LatestTrades).Select(t => (string[])
            [
                Text($"{t.EntryTime:yyyy-MM-dd HH:mm}"),
                Text($"{t.ExitTime:yyyy-MM-dd HH:mm}"),
                Names.Of(t.Side),
                Text($"{t.Lots}"),
                Text($"{t.EntryPrice}"),
                Text($"{t.ExitPrice}"),
                Names.Of(t.Reason),
                Text($"{t.Net:+0.00;-0.00;0.00}"),
            ]));
    }

    private static void PrintRejections(Terminal terminal, ReplayResult r)
    {
        if (r.Rejections.Count == 0)
        {
            return;
        }

        terminal.Line("why orders were rejected");
        terminal.Table(["rule", "orders", "for example"], ByRule(r).Select(g => (string[])[g.Rule, Text($"{g.Count:N0}"), g.Example]));
    }

    private static void PrintSkipped(Terminal terminal, ReplayResult r)
    {
        if (r.Skipped.Count == 0)
        {
            return;
        }

        terminal.Line("why signals led to no order");
        terminal.Table(
            ["signals", "reason"],
            r.Skipped.OrderByDescending(s => s.Value).ThenBy(s => s.Key, StringComparer.Ordinal).Take(MostReasons).Select(s => (string[])[Text($"{s.Value:N0}"), s.Key]));
        if (r.Skipped.Count > MostReasons)
        {
            terminal.Line(Text($"and {r.Skipped.Count - MostReasons:N0} reasons more; --json has them all"));
        }
    }

    private static object Document(ReplayOutcome outcome)
    {
        ReplayResult r = outcome.Result;
        return new
        {
            run = outcome.Run,
            inputs = new
            {
                symbol = outcome.Stored.Key.Symbol,
                timeframe = outcome.Bars.Timeframe.ToString(),
                aggregatedFrom = outcome.Read.AggregatedFrom?.ToString(),
                source = outcome.Stored.Key.Source,
                bars = r.Bars,
                from = outcome.Bars[0].Time,
                to = outcome.Bars[outcome.Bars.Count - 1].Time,
                files = outcome.Stored.Files.Select(f => new { f.Name, f.Sha256 }),
                strategies = outcome.Strategies,
                voting = outcome.Voting,
                size = outcome.Size,
                initialCash = outcome.Account.InitialCash,
                currency = outcome.Account.Currency,
            },
            summary = new
            {
                finalBalance = r.FinalBalance,
                finalEquity = r.FinalEquity,
                maxDrawdown = r.MaxDrawdown,
                decisions = r.Decisions,
                orders = r.Orders,
                fills = r.Fills,
                closedTrades = r.Trades.Count,
                winners = r.Trades.Count(t => t.Net > 0),
                rejections = r.Rejections.Count,
                orderListHash = r.OrderListHash,
            },
            journal = new { sha256 = outcome.JournalSha256 },
            trades = r.Trades.Select(t => new
            {
                position = t.PositionId,
                side = Names.Of(t.Side),
                lots = t.Lots,
                openedAt = t.EntryTime,
                entryPrice = t.EntryPrice,
                closedAt = t.ExitTime,
                exitPrice = t.ExitPrice,
                reason = Names.Of(t.Reason),
                grossProfit = Money(t.GrossProfit),
                commission = Money(-t.EntryCommission - t.ExitCommission),
                swap = Money(t.Swap),
                net = Money(t.Net),
            }),
            equity = r.Equity.Select(e => new { e.Time, e.Equity }),
            rejectionsByRule = ByRule(r).ToDictionary(g => g.Rule, g => g.Count),
            rejections = r.Rejections.Select(o => new
            {
                orderId = o.Id,
                time = o.ProposedAt,
                side = Names.Of(o.Intent.Side),
                lots = o.Intent.Volume,
                proposer = o.Intent.Proposer,
                code = o.Why,
                violations = o.Violations.Select(v => new { v.Rule, v.Where, v.Value, v.Limit, v.Unit, v.Remedy, v.Message }),
            }),
            skipped = r.Skipped,
            disabled = r.Faulted.Select(f => new { strategyId = f.Id, why = f.Why }),
        };
    }

    private static IEnumerable<(string Rule, int Count, string Example)> ByRule(ReplayResult r) => r.Rejections
        .SelectMany(o => o.Violations.Count > 0 ? o.Violations.Select(v => (v.Rule, v.Message)) : [(o.Why, "refused by the simulated broker")])
        .GroupBy(v => v.Item1)
        .Select(g => (g.Key, g.Count(), g.First().Item2))
        .OrderByDescending(g => g.Item2)
        .ThenBy(g => g.Key, StringComparer.Ordinal);

    private static string Share(IReadOnlyList<SimulatedTrade> trades) =>
        trades.Count == 0 ? "no" : Text($"{(double)trades.Count(t => t.Net > 0) / trades.Count:0%}");

    private static string Aggregated(ReplayOutcome outcome) => outcome.Read.AggregatedFrom is { } finer ? $" (aggregated from {finer})" : "";

    private static string Quoted(string path) => path.Contains(' ', StringComparison.Ordinal) ? $"\"{path}\"" : path;

    private static decimal Money(double amount) => Math.Round((decimal)amount, 2, MidpointRounding.AwayFromZero);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
