using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Sdk.Risk;

/// <summary>Everything a rule may look at: one order and one immutable snapshot.</summary>
/// <threadsafety>Immutable.</threadsafety>
public sealed record RiskContext
{
    private static readonly Dictionary<string, PricedMarket> NoMarkets = [];

    /// <summary>The order, with the volume under test.</summary>
    public required OrderIntent Order { get; init; }

    /// <summary>What the order does to risk.</summary>
    public required OrderClass Class { get; init; }

    /// <summary>First or last look.</summary>
    public required GateStage Stage { get; init; }

    /// <summary>UTC instant of the snapshot.</summary>
    public required DateTime Now { get; init; }

    /// <summary>The instrument; null when the symbol is unknown.</summary>
    public required Instrument? Instrument { get; init; }

    /// <summary>Latest quote of the symbol; null when there is none.</summary>
    public required Quote? Quote { get; init; }

    /// <summary>The account.</summary>
    public required AccountSnapshot Account { get; init; }

    /// <summary>All open positions of the account.</summary>
    public required IReadOnlyList<Position> Positions { get; init; }

    /// <summary>All working orders of the account.</summary>
    public required IReadOnlyList<WorkingOrder> Orders { get; init; }

    /// <summary>Instruments and prices by symbol of everything in <see cref="Positions"/> and <see cref="Orders"/>, as far as they are known.</summary>
    public IReadOnlyDictionary<string, PricedMarket> Markets { get; init; } = NoMarkets;

    /// <summary>What the journal knows.</summary>
    public required RiskState State { get; init; }

    /// <summary>Rates for money in other currencies.</summary>
    public required CurrencyConverter Rates { get; init; }

    /// <summary>UTC instant at which the order was proposed; null for one that is only asked about.</summary>
    public DateTime? ProposedAt { get; init; }

    /// <summary>What humans have said to the order, on the last look; null where none is asked.</summary>
    public ApprovalState? Approval { get; init; }

    /// <summary>The connection to the broker; null where the host simulates it.</summary>
    public LinkState? Link { get; init; }

    /// <summary>Market price of an entry now, or the pending order's own price; null without a quote.</summary>
    public decimal? EntryPrice => Order.Price ?? Quote?.EntryPrice(Order.Side);
}
