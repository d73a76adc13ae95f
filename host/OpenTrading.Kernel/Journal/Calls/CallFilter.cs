using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Journal.Calls;

/// <summary>Which calls are asked for; null asks for all.</summary>
/// <param name="Capability">What was called.</param>
/// <param name="Role">Role of the caller.</param>
/// <param name="Surface">Face.</param>
/// <param name="Outcome">Whether they were answered.</param>
/// <param name="From">First time, UTC.</param>
/// <param name="To">First time after them, UTC.</param>
public sealed record CallFilter(
    string? Capability = null, Role? Role = null, Surface? Surface = null, CallResult? Outcome = null, DateTime? From = null, DateTime? To = null)
{
    /// <summary>Whether a call is asked for.</summary>
    public bool Matches(CallRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return (Capability is null || row.Capability == Capability)
            && (Role is null || row.Role == Role)
            && (Surface is null || row.Surface == Surface)
            && (Outcome is null || row.Outcome == Outcome)
            && (From is null || row.Time >= From)
            && (To is null || row.Time < To);
    }
}
