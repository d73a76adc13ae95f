using OpenTrading.Sdk.Market;

namespace OpenTrading.Host.Running.Backtests;

/// <summary>What a user asks a backtest to do. Null takes the configuration's value.</summary>
internal sealed record BacktestRequest
{
    /// <summary>Instruments, in the order in which they are run at one instant.</summary>
    public required IReadOnlyList<string> Symbols { get; init; }

    /// <summary>Bar length the strategies see; null for a file of ticks means M1.</summary>
    public required Timeframe Timeframe { get; init; }

    /// <summary>Strategies that vote, by id.</summary>
    public required IReadOnlyList<string> Strategies { get; init; }

    /// <summary>Parameters as <c>NAME=VALUE</c> or <c>STRATEGY.NAME=VALUE</c>.</summary>
    public IReadOnlyList<string> Sets { get; init; } = [];

    /// <summary>File of prices; null takes the store.</summary>
    public string? File { get; init; }

    /// <summary>First bar, UTC.</summary>
    public DateTime? From { get; init; }

    /// <summary>End of the bars, UTC, exclusive.</summary>
    public DateTime? To { get; init; }

    /// <summary>Money at the start, account currency.</summary>
    public decimal? Cash { get; init; }

    /// <summary>How much is traded.</summary>
    public string? Size { get; init; }

    /// <summary>How several strategies decide together.</summary>
    public string? Voting { get; init; }

    /// <summary>Costs and assumptions, by option name.</summary>
    public BacktestTerms Terms { get; init; } = new();

    /// <summary><c>off</c>, <c>config</c> for the rules of the configuration in force, or the profile whose limits count, by name or path.</summary>
    public string Risk { get; init; } = BacktestTerms.RiskOfConfiguration;

    /// <summary>Whether open positions are closed at the last close.</summary>
    public bool CloseAtEnd { get; init; }
}
