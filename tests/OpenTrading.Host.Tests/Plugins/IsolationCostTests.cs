using OpenTrading.Host.Plugins;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Host.Tests.Plugins;

/// <summary>A strategy in a context that can be unloaded, and one with checks woven into its loops and recursions, takes no memory for a bar.</summary>
public sealed class IsolationCostTests : IDisposable
{
    private const int Bars = 2000;

    private const string Quiet = """
        [Strategy("quiet")]
        public sealed class Quiet : Strategy
        {
            private readonly Ema _mean = new(10);
            private int _seen;

            public override void OnBar(StrategyContext context)
            {
                double mean = _mean.Update(context.Bar.Close);
                for (int i = 0; i < 5; i++)
                {
                    mean += Sum(i);
                }

                if (++_seen < 0 || (mean < 0 && context.Position is null && context.Orders.Count == 0))
                {
                    context.Buy("never");
                }
            }

            private static double Sum(int i) => i == 0 ? 0 : Sum(i - 1) + i;
        }
        """;

    private readonly PluginFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("dll")]
    [InlineData("csx")]
    public void OnBar_OfALoadedPlugin_AllocatesNothing(string form)
    {
        if (form == "dll")
        {
            _folder.Drop("Quiet", Quiet);
        }
        else
        {
            File.WriteAllText(Path.Combine(_folder.Strategies, "quiet.csx"), Quiet);
        }

        using PluginSet plugins = _folder.Load();
        Strategy strategy = plugins.Catalog.Strategies["quiet"].Create(new Dictionary<string, string>(), out _);
        Assert.NotEqual(typeof(Strategy).Assembly.Location, strategy.GetType().Assembly.Location);
        Allocated(strategy);

        // The runtime may take something of its own once, as when it compiles a method anew; a bar that allocates does so in every round.
        Assert.Contains(0, Enumerable.Range(0, 3).Select(_ => Allocated(strategy)));
    }

    private static long Allocated(Strategy strategy)
    {
        var bars = new BarWindow();
        bars.Add(new Bar(new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc), 1, 1, 1, 1, 1, 1));
        var context = new StrategyContext(
            new Instrument { Symbol = "EURUSD", Digits = 5, ContractSize = 100_000, BaseCurrency = "EUR", ProfitCurrency = "USD" }, Timeframe.H1, bars, new Market());
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Bars; i++)
        {
            strategy.OnBar(context);
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private sealed class Market : IStrategyMarket
    {
        public IReadOnlyList<Position> Positions { get; } = [];

        public IReadOnlyList<WorkingOrder> Orders { get; } = [];

        public void Emit(Signal signal) => throw new InvalidOperationException(signal.Reason);

        public void Emit(ManageIntent intent) => throw new InvalidOperationException(intent.Reason);
    }
}
