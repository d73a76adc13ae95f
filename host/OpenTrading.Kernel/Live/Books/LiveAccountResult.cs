using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Live.Books;

/// <summary>An account at a broker.</summary>
public sealed record LiveAccountResult : DataResult
{
    /// <summary>Which terminal.</summary>
    public required string Bridge { get; init; }

    /// <summary>Login, most of it hidden.</summary>
    public required string Login { get; init; }

    /// <summary>Broker's server.</summary>
    public required string Server { get; init; }

    /// <summary>Currency of all money here.</summary>
    public required string Currency { get; init; }

    /// <summary>Booked money.</summary>
    public required decimal Balance { get; init; }

    /// <summary>Balance with open profit, swap and credit.</summary>
    public required decimal Equity { get; init; }

    /// <summary>Money held by open positions.</summary>
    public required decimal Margin { get; init; }

    /// <summary>Equity less margin.</summary>
    public required decimal FreeMargin { get; init; }

    /// <summary>Equity in percent of margin; null while none is held.</summary>
    public decimal? MarginLevelPct { get; init; }

    /// <summary>Open profit with swap.</summary>
    public required decimal Profit { get; init; }

    /// <summary>Units controlled per unit of margin; null where it is not told.</summary>
    public decimal? Leverage { get; init; }

    /// <summary>Demo or real money.</summary>
    public required TradeMode TradeMode { get; init; }
}

/// <summary>Whose money it is.</summary>
public enum TradeMode
{
    /// <summary>The broker's, in play.</summary>
    Demo,

    /// <summary>Real.</summary>
    Real,
}
