using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;
using OpenTrading.Sdk.Testing.Markets;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Host.Tests.Plugins.Scripts;

/// <summary>A market of one bar.</summary>
internal sealed class OneBar : IStrategyMarket
{
    /// <summary>Reasons of the signals, in order.</summary>
    public List<string> Reasons { get; } = [];

    /// <summary>Raised at every signal.</summary>
    public event Action? Emitted;

    public IReadOnlyList<Position> Positions => [];

    public IReadOnlyList<WorkingOrder> Orders => [];

    /// <summary>Shows the bar to a strategy, and gives the reasons of what it emitted.</summary>
    public static IReadOnlyList<string> Run(Strategy strategy)
    {
        var market = new OneBar();
        market.Show(strategy);
        return market.Reasons;
    }

    public void Show(Strategy strategy)
    {
        var bars = new BarWindow();
        bars.Add(new Bar(new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc), 1.10, 1.11, 1.09, 1.105));
        strategy.OnBar(new StrategyContext(SampleMarket.EurUsd, Timeframe.H1, bars, this));
    }

    public void Emit(Signal signal)
    {
        Reasons.Add(signal.Reason);
        Emitted?.Invoke();
    }

    public void Emit(ManageIntent intent) => Reasons.Add(intent.Reason);
}
