namespace OpenTrading.Integration.Tests.Faults;

/// <summary>A death of the host and what is to be true after its return.</summary>
/// <param name="Point">Where it dies.</param>
/// <param name="Deed">What is being done then.</param>
/// <param name="End">What is true afterwards.</param>
internal sealed record KillPoint(FailPoint Point, Deed Deed, EndState End)
{
    public override string ToString() => $"{Point} while {Deed} must end {End}";
}
