using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Risk.ValueAtRisk;

/// <summary>What the open positions may lose.</summary>
public sealed record VarResult : DataResult
{
    /// <summary>Loss that is not exceeded with the confidence over the horizon, account currency, rounded up; 0 or more.</summary>
    public required decimal Var { get; init; }

    /// <summary>Mean loss where it is exceeded, account currency, rounded up.</summary>
    public required decimal ExpectedShortfall { get; init; }

    /// <summary><see cref="Var"/> in percent of equity.</summary>
    public required decimal VarPct { get; init; }

    /// <summary>Account currency.</summary>
    public required string Currency { get; init; }

    /// <summary>The holdings, each measured alone: their sum less <see cref="Var"/> is what spreading saves.</summary>
    public required IReadOnlyList<SymbolVar> BySymbol { get; init; }

    /// <summary>Moves that no distribution promises to leave out.</summary>
    public required IReadOnlyList<StressRow> Stress { get; init; }

    /// <summary>Daily returns that it rests on; 0 without a position.</summary>
    public required int Observations { get; init; }
}

/// <summary>What a holding may lose alone.</summary>
/// <param name="Symbol">Instrument.</param>
/// <param name="NetLots">Long less short.</param>
/// <param name="Exposure">Value of the net lots, account currency; negative for a short holding.</param>
/// <param name="Var">Its value at risk.</param>
/// <param name="ExpectedShortfall">Its expected shortfall.</param>
public sealed record SymbolVar(string Symbol, decimal NetLots, decimal Exposure, decimal Var, decimal ExpectedShortfall);

/// <summary>The account after a move.</summary>
/// <param name="Scenario">The move.</param>
/// <param name="Pnl">What it brings, account currency; costs of closing and stops are left out.</param>
/// <param name="EquityAfter">Equity after it.</param>
/// <param name="MarginLevelPct">Equity in percent of the margin of now; null where none is held.</param>
/// <param name="StopOut">Whether the broker would close positions; null where it does not tell at which level it does.</param>
public sealed record StressRow(string Scenario, decimal Pnl, decimal EquityAfter, decimal? MarginLevelPct, bool? StopOut);
