using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Risk.Exposure;

/// <summary>What the open positions of an account amount to.</summary>
public sealed record ExposureResult : DataResult
{
    /// <summary>Traded value of all positions, account currency.</summary>
    public required decimal Gross { get; init; }

    /// <summary>Long less short, account currency.</summary>
    public required decimal Net { get; init; }

    /// <summary>Account currency.</summary>
    public required string Currency { get; init; }

    /// <summary>By instrument.</summary>
    public required IReadOnlyList<SymbolExposure> BySymbol { get; init; }

    /// <summary>By currency of the pairs, in units of that currency.</summary>
    public required IReadOnlyList<CurrencyExposure> ByCurrency { get; init; }

    /// <summary>Symbols whose positions win and lose together; empty while one instrument is held.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> CorrelatedGroups { get; init; }

    /// <summary>Loss when all stops are hit, percent of the smaller of balance and equity.</summary>
    public required decimal OpenRiskPct { get; init; }

    /// <summary>Positions without a stop; their risk is in no figure here.</summary>
    public required int UnprotectedPositions { get; init; }
}

/// <summary>Exposure to an instrument.</summary>
/// <param name="Symbol">Instrument.</param>
/// <param name="NetLots">Long less short.</param>
/// <param name="Notional">Value of the net lots, account currency.</param>
/// <param name="Pct">That in percent of equity.</param>
public sealed record SymbolExposure(string Symbol, decimal NetLots, decimal Notional, decimal Pct);

/// <summary>Exposure to a currency.</summary>
/// <param name="Code">Currency.</param>
/// <param name="Net">Bought less sold, units of it.</param>
public sealed record CurrencyExposure(string Code, decimal Net);
