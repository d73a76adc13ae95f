namespace OpenTrading.Kernel.Sessions.Exits;

/// <summary>How a position is to be managed once it is open. R is the distance from its entry to the stop it was opened with.</summary>
public sealed record ExitPlan
{
    /// <summary>Gain at which the stop moves to the entry, in R. Range above 0 to 100.</summary>
    public decimal? BreakEvenAtR { get; init; }

    /// <summary>Distance at which the stop follows the price, points. Range 1 to 1,000,000.</summary>
    public decimal? TrailPoints { get; init; }

    /// <summary>Distance at which the stop follows the price, in average true ranges of 14 bars. Range above 0 to 100.</summary>
    public decimal? TrailAtr { get; init; }

    /// <summary>Parts to close on the way, the nearest first; empty for none.</summary>
    public IReadOnlyList<PartialExit> Partial { get; init; } = [];

    /// <summary>Closed bars after which the position is closed. Range 1 to 100,000.</summary>
    public int? MaxBars { get; init; }

    /// <summary>Whether it measures gains in R, which needs a stop.</summary>
    public bool NeedsStop => BreakEvenAtR is not null || Partial.Count > 0;

    /// <summary>Whether it asks for nothing.</summary>
    public bool IsEmpty => BreakEvenAtR is null && TrailPoints is null && TrailAtr is null && Partial.Count == 0 && MaxBars is null;
}

/// <summary>A part of a position that is closed on the way.</summary>
/// <param name="AtR">Gain at which, in R. Range above 0 to 100.</param>
/// <param name="Pct">Part of the volume that was opened, percent. Range above 0 to 100.</param>
public sealed record PartialExit(decimal AtR, decimal Pct);
