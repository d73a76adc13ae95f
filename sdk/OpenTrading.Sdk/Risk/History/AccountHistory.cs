namespace OpenTrading.Sdk.Risk.History;

/// <summary>What an account has done lately, as the journal tells it. Lists are oldest first and hold the newest 4,096.</summary>
/// <threadsafety>Immutable.</threadsafety>
public sealed record AccountHistory
{
    private static readonly Dictionary<string, int> Nobody = [];

    /// <summary>Of an account that has done nothing.</summary>
    public static AccountHistory Empty { get; } = new();

    /// <summary>Orders that were proposed and passed the first look, whatever became of them then. One that was refused at once may be mended and proposed again.</summary>
    public IReadOnlyList<OrderTrace> Proposed { get; init; } = [];

    /// <summary>Orders that were sent to the broker, closing ones left out.</summary>
    public IReadOnlyList<OrderTrace> Sent { get; init; } = [];

    /// <summary>Entries that were filled since an operator last acknowledged, each once, at its first fill.</summary>
    public IReadOnlyList<OrderTrace> Executed { get; init; } = [];

    /// <summary>Entries sent since the current trading day began.</summary>
    public int EntriesToday { get; init; }

    /// <summary>Orders that wait for a human's approval, by proposer.</summary>
    public IReadOnlyDictionary<string, int> Waiting { get; init; } = Nobody;

    /// <summary>Positions that were closed.</summary>
    public IReadOnlyList<TradeResult> Trades { get; init; } = [];

    /// <summary>Requests that the broker refused since an operator last acknowledged.</summary>
    public IReadOnlyList<BrokerRefusal> Refusals { get; init; } = [];

    /// <summary>By how much fills of entries were worse than the price that the last look saw, basis points, never below 0, since an operator last
    /// acknowledged. Of fills that the host simulates itself there are none.</summary>
    public IReadOnlyList<decimal> Slips { get; init; } = [];

    /// <summary>Realised since the current trading day began, costs included, account currency.</summary>
    public decimal DayProfit { get; init; }

    /// <summary>Realised on all earlier days that ended with a profit, account currency.</summary>
    public decimal OtherDaysProfit { get; init; }

    /// <summary>Trading days on which an entry was filled.</summary>
    public int EntryDays { get; init; }

    /// <summary>UTC instant of the last fill of an entry; null before the first.</summary>
    public DateTime? LastEntry { get; init; }
}
