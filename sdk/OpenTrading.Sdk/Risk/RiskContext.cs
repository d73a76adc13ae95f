using OpenTrading.Sdk.Calendars;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk.History;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Sdk.Risk;

/// <summary>Everything a rule may look at: one order and one immutable snapshot.</summary>
/// <threadsafety>Immutable.</threadsafety>
public sealed record RiskContext
{
    private static readonly Dictionary<string, PricedMarket> NoMarkets = [];
    private static readonly Dictionary<string, IReadOnlyList<DailyClose>> NoCloses = [];

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

    /// <summary>Entries that were sent and are not yet visible at the broker, each at its own price or at the one that its last look saw. Their ticket is 0.</summary>
    public IReadOnlyList<WorkingOrder> Reserved { get; init; } = [];

    /// <summary>Everything that may become a position: what works at the broker, and what is reserved.</summary>
    public IReadOnlyList<WorkingOrder> Committed => Reserved.Count == 0 ? Orders : [.. Orders, .. Reserved];

    /// <summary>Instruments and prices by symbol of everything in <see cref="Positions"/> and <see cref="Committed"/>, as far as they are known.</summary>
    public IReadOnlyDictionary<string, PricedMarket> Markets { get; init; } = NoMarkets;

    /// <summary>What the journal knows.</summary>
    public required RiskState State { get; init; }

    /// <summary>What the account has done lately.</summary>
    public AccountHistory History { get; init; } = AccountHistory.Empty;

    /// <summary>The equity that the account may not fall to; null while no floor is known.</summary>
    public LossFloor? Floor { get; init; }

    /// <summary>Rates for money in other currencies.</summary>
    public required CurrencyConverter Rates { get; init; }

    /// <summary>UTC instant at which the order was proposed; null for one that is only asked about.</summary>
    public DateTime? ProposedAt { get; init; }

    /// <summary>What humans have said to the order, on the last look; null where none is asked.</summary>
    public ApprovalState? Approval { get; init; }

    /// <summary>The connection to the broker; null where the host simulates it.</summary>
    public LinkState? Link { get; init; }

    /// <summary>How the host stands; null in a replay, which needs neither disk nor file.</summary>
    public HostState? Host { get; init; }

    /// <summary>Hash of the configuration under which the order passed its first look; null before that.</summary>
    public string? OrderConfigHash { get; init; }

    /// <summary>Scheduled releases of yesterday to next week; null when nobody knows them.</summary>
    public CalendarReading? Calendar { get; init; }

    /// <summary>Quotes of the symbol, second by second; null where there are bars alone.</summary>
    public QuoteSamples? Samples { get; init; }

    /// <summary>Closes of past days, oldest first, by symbol: of the order's and of everything held, as far as they are known.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<DailyClose>> DailyCloses { get; init; } = NoCloses;

    /// <summary>What the broker says of the instrument; null where the host simulates it.</summary>
    public BrokerSpec? Spec { get; init; }

    /// <summary>What is known about the order's edge; null when nothing is.</summary>
    public EdgeEstimate? Edge { get; init; }

    /// <summary>How long the position is meant to be held; null when nobody said.</summary>
    public TimeSpan? PlannedHold { get; init; }

    /// <summary>Market price of an entry now, or the pending order's own price; null without a quote.</summary>
    public decimal? EntryPrice => Order.Price ?? Quote?.EntryPrice(Order.Side);
}
