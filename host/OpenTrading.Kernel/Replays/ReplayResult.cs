using OpenTrading.Kernel.Orders;
using OpenTrading.Simulation.Fills;

namespace OpenTrading.Kernel.Replays;

/// <summary>What came of a replay.</summary>
public sealed record ReplayResult
{
    /// <summary>Bars run.</summary>
    public required int Bars { get; init; }

    /// <summary>Fills.</summary>
    public required long Fills { get; init; }

    /// <summary>SHA-256 of the fill list.</summary>
    public required string OrderListHash { get; init; }

    /// <summary>Closed positions and parts.</summary>
    public required IReadOnlyList<SimulatedTrade> Trades { get; init; }

    /// <summary>Orders that did not fill, with their reasons.</summary>
    public required IReadOnlyList<Order> Rejections { get; init; }

    /// <summary>Signals that led to no order, and how often, by reason.</summary>
    public required IReadOnlyDictionary<string, int> Skipped { get; init; }

    /// <summary>Equity at the close of the last bar of each UTC day.</summary>
    public required IReadOnlyList<EquityPoint> Equity { get; init; }

    /// <summary>Money at the end, account currency.</summary>
    public required decimal FinalBalance { get; init; }

    /// <summary>Money at the end, open positions included, account currency.</summary>
    public required decimal FinalEquity { get; init; }

    /// <summary>Largest fall of the bar-close equity from an earlier peak, account currency.</summary>
    public required decimal MaxDrawdown { get; init; }

    /// <summary>Orders proposed.</summary>
    public required int Orders { get; init; }

    /// <summary>Votes counted.</summary>
    public required int Decisions { get; init; }

    /// <summary>Strategies that were taken out, with the reason.</summary>
    public required IReadOnlyList<(string Id, string Why)> Faulted { get; init; }
}
