namespace OpenTrading.Kernel.Capabilities;

/// <summary>What AI clients may see and do.</summary>
/// <param name="DataOnly">Data and analysis alone.</param>
/// <param name="EnableLiveTools">Whether live orders may be proposed.</param>
/// <param name="EnableLiveOrder">Whether an approved live order may reach a broker.</param>
public sealed record AccessMode(bool DataOnly = true, bool EnableLiveTools = false, bool EnableLiveOrder = false)
{
    /// <summary><c>data-only</c>, <c>paper</c> or <c>live</c>.</summary>
    public string Name => DataOnly ? "data-only" : EnableLiveTools ? "live" : "paper";
}
