using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Risk.Limits;

/// <summary>The limits in force.</summary>
public sealed record LimitsResult : CapabilityResult
{
    /// <summary>When it was asked.</summary>
    public required DateTime AsOf { get; init; }

    /// <summary>One row a parameter of a rule.</summary>
    public required IReadOnlyList<LimitRow> Limits { get; init; }
}

/// <summary>A limit, and how much of it is used.</summary>
/// <param name="Rule">Rule id.</param>
/// <param name="Parameter">Its parameter.</param>
/// <param name="Value">A number, or the text of a list or name.</param>
/// <param name="Unit">What the value is.</param>
/// <param name="Origin">Where it is set.</param>
/// <param name="Used">What the account uses of it, in its unit; null where nothing adds up.</param>
/// <param name="Remaining">What is left, never below 0.</param>
public sealed record LimitRow(string Rule, string Parameter, object Value, string Unit, string Origin, decimal? Used, decimal? Remaining);
