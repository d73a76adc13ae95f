using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Simulation.Accounts;

/// <summary>Terms of the simulated account.</summary>
/// <threadsafety>Immutable.</threadsafety>
public sealed record AccountOptions
{
    /// <summary>Currency of balance and profit. Default USD.</summary>
    public string Currency { get; init; } = "USD";

    /// <summary>Decimal digits of that currency. Default 2; range 0 to 8.</summary>
    public int CurrencyDigits { get; init; } = 2;

    /// <summary>Whether positions of one symbol add up. Default hedging.</summary>
    public AccountMode Mode { get; init; } = AccountMode.Hedging;

    /// <summary>Balance at the start, account currency.</summary>
    public required decimal InitialCash { get; init; }

    /// <summary>How booked amounts are rounded. Default none.</summary>
    public MoneyRounding MoneyRounding { get; init; }

    /// <summary>Units controlled per unit of margin, such as 30; null switches all margin rules off.</summary>
    public decimal? Leverage { get; init; }

    /// <summary>Equity over used margin at or below which a call is raised. Default 1.</summary>
    public double MarginCallLevel { get; init; } = 1.0;

    /// <summary>Equity over used margin at or below which positions are closed. Default 0.5.</summary>
    public double StopOutLevel { get; init; } = 0.5;

    /// <summary>Day of the broker; its starts are the rollovers. Default 17:00 New York.</summary>
    public BrokerDay BrokerDay { get; init; } = BrokerDay.NewYorkClose;
}
