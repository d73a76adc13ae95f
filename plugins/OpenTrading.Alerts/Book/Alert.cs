using System.Text.Json.Serialization;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Alerts.Book;

/// <summary>An alert and what became of it so far.</summary>
internal sealed record Alert
{
    /// <summary>Times it fired that are kept, the newest.</summary>
    public const int KeptFirings = 10;

    /// <summary><c>alt_</c> and a ULID.</summary>
    public required string AlertId { get; init; }

    /// <summary>Instrument.</summary>
    public required string Symbol { get; init; }

    /// <summary>Its name at the source.</summary>
    public required string BrokerSymbol { get; init; }

    /// <summary>Where its prices come from.</summary>
    public required string Source { get; init; }

    /// <summary>What it waits for.</summary>
    public required AlertCondition Condition { get; init; }

    /// <summary>Its price; null for an expression.</summary>
    public decimal? Price { get; init; }

    /// <summary>Its expression; null for a price.</summary>
    public string? Expression { get; init; }

    /// <summary>Bars that the expression is about; null for a price.</summary>
    public Timeframe? Timeframe { get; init; }

    /// <summary>What whoever made it wrote down.</summary>
    public string? Note { get; init; }

    /// <summary>Whether it goes on waiting after it fired.</summary>
    public bool Repeat { get; init; }

    /// <summary>Shortest time between two firings, seconds.</summary>
    public int CooldownS { get; init; }

    /// <summary>Where it is sent to; null for nowhere.</summary>
    public string? Webhook { get; init; }

    /// <summary>UTC market time at which it was made.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>UTC market time at which it waits no more; null for never.</summary>
    public DateTime? ExpiresAt { get; init; }

    /// <summary>A bid that was seen while it waited: what comes next is a move from there.</summary>
    public decimal SeenPrice { get; init; }

    /// <summary>Of an expression, whether it held when it was last looked at.</summary>
    public bool? HeldBefore { get; init; }

    /// <summary>Whether it waits no more.</summary>
    public AlertStatus? Ended { get; init; }

    /// <summary>When it fired, the newest last.</summary>
    public IReadOnlyList<Firing> Fired { get; init; } = [];

    /// <summary>What it waits for, in words.</summary>
    [JsonIgnore]
    public string InWords => Condition switch
    {
        AlertCondition.Expression => $"{Timeframe}: {Expression}",
        _ => FormattableString.Invariant($"{Condition.ToString().ToLowerInvariant()} {Price}"),
    };

    /// <summary>Whether it may fire now.</summary>
    public bool MayFire(DateTime now) => Ended is null && !(now >= ExpiresAt) && (Fired is not [.., { } last] || now - last.Time >= TimeSpan.FromSeconds(CooldownS));

    /// <summary>The alert after it fired.</summary>
    public Alert After(Firing firing) => this with
    {
        Fired = [.. Fired.TakeLast(KeptFirings - 1), firing],
        SeenPrice = firing.Price,
        HeldBefore = Condition == AlertCondition.Expression ? true : null,
        Ended = Repeat ? null : AlertStatus.Fired,
    };
}
