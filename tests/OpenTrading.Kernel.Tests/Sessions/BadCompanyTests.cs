using OpenTrading.Kernel.Isolation;
using OpenTrading.Kernel.Sessions;
using OpenTrading.Kernel.Signals;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Sdk.Strategies;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Tests.Sessions;

/// <summary>200 strategies over 1,000 bars, of which every tenth throws and every twentieth hangs: the others must not notice.</summary>
public sealed class BadCompanyTests : IDisposable
{
    private const int Strategies = 200;
    private const int Bars = 1000;

    private readonly Hang _hang = new();

    public void Dispose() => _hang.Dispose();

    [Fact]
    public void Run_ManyBadOnes_TheOthersSignalsAreThoseOfARunWithoutThem()
    {
        using var watch = new WatchedThread("strategies", TimeSpan.FromSeconds(1));
        SessionBench mixed = Run(watch, Enumerable.Range(1, Strategies));
        SessionBench pure = Run(null, Enumerable.Range(1, Strategies).Where(i => i % 10 != 0));

        Assert.Equal(Strategies / 10, mixed.Session.Faulted.Count);
        Assert.Equal(Strategies / 20, mixed.Session.Faulted.Count(f => f.NeedsRestart));
        Assert.Equal(Strategies / 20, watch.Abandoned);
        Assert.All(mixed.Session.Faulted, f => Assert.Equal(0, Number(f.Id) % 10));
        Assert.All(mixed.Session.Faulted, f => Assert.Equal(f.NeedsRestart, Number(f.Id) % 20 == 0));
        List<(DateTime, Vote)> expected = Votes(pure);
        Assert.InRange(expected.Count, 5_000, 20_000);
        Assert.Equal(expected, Votes(mixed));
    }

    private SessionBench Run(WatchedThread? watch, IEnumerable<int> numbers) =>
        new SessionBench(AccountMode.Hedging, watch, [.. numbers.Select(Strategy)])
            .Run([.. Enumerable.Range(0, Bars).Select(i => 1.1 + (0.01 * Math.Sin(i * 0.1)))]);

    // Each emits on bars of its own; a bad one emits on its last bar too, before it fails.
    private NamedStrategy Strategy(int number) => ScriptedStrategy.Named($"s{number}", (context, bar) =>
    {
        long mix = (bar * 7919) + (number * 104_729);
        bool fails = number % 10 == 0 && bar == 3 + (number * 37 % 900);
        if (mix % 19 == 0 || fails)
        {
            context.Emit(new Signal { Action = mix % 2 == 0 ? SignalAction.Buy : SignalAction.Sell, Reason = $"{bar} {context[0].Close}", Confidence = 0.5 });
        }

        if (fails && number % 20 == 0)
        {
            _hang.Block();
        }
        else if (fails)
        {
            throw new InvalidOperationException("boom");
        }
    });

    private static List<(DateTime Time, Vote Vote)> Votes(SessionBench bench) =>
        [.. bench.Decisions.SelectMany(d => d.Votes.Where(v => Number(v.StrategyId) % 10 != 0).Select(v => (d.Time, v)))];

    private static int Number(string id) => int.Parse(id.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture);
}
