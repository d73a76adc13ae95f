namespace OpenTrading.Sdk.Risk;

/// <summary>Which of its two looks the gate takes.</summary>
public enum GateStage
{
    /// <summary>On proposal. A volume may still be reduced.</summary>
    Pre,
    /// <summary>Right before sending, on a fresh snapshot. The approved hash fixes the volume: a reduction is a rejection.</summary>
    Final,
}
