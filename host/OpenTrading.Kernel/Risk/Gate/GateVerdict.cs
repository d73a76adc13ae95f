namespace OpenTrading.Kernel.Risk.Gate;

/// <summary>What the gate said: every rule's verdict, the volume that passed, and the violations if none did.</summary>
/// <param name="Volume">Volume that passed, lots; 0 when rejected.</param>
/// <param name="Verdicts">Verdict of every rule that judges this class, none left out.</param>
/// <param name="Violations">Reasons of a rejection; empty when passed.</param>
/// <threadsafety>Immutable.</threadsafety>
public sealed record GateVerdict(decimal Volume, IReadOnlyList<RuleVerdict> Verdicts, IReadOnlyList<Violation> Violations)
{
    /// <summary>Whether the order passed, perhaps with less volume.</summary>
    public bool Passed => Violations.Count == 0;
}
