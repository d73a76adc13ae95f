using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Sizing;

/// <summary>A position size.</summary>
public sealed record SizeResult : DataResult
{
    /// <summary>Lots to trade, on the volume grid; 0 when the size is below the smallest.</summary>
    public required decimal Lots { get; init; }

    /// <summary>Lots before rounding and before any limit.</summary>
    public required decimal RawLots { get; init; }

    /// <summary>Loss at the stop, costs included, account currency, rounded up.</summary>
    public required decimal RiskMoney { get; init; }

    /// <summary>That loss in percent of the smaller of balance and equity.</summary>
    public required decimal RiskPct { get; init; }

    /// <summary>Distance from entry to stop.</summary>
    public required decimal StopDistancePips { get; init; }

    /// <summary>Value of a pip with these lots, account currency.</summary>
    public required decimal PipValue { get; init; }

    /// <summary>Margin these lots need, account currency; 0 without leverage.</summary>
    public required decimal Margin { get; init; }

    /// <summary>Account currency.</summary>
    public required string Currency { get; init; }

    /// <summary>Rule that allows no more; null when the size is what was asked for.</summary>
    public string? CappedBy { get; init; }
}
