namespace OpenTrading.Host.Diagnosis;

/// <summary>What the doctor found about one thing.</summary>
/// <param name="Subject">What was looked at.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Text">What was found.</param>
/// <param name="Remedy">What mends it; empty when nothing need be.</param>
internal sealed record Finding(string Subject, Severity Severity, string Text, string Remedy = "");
