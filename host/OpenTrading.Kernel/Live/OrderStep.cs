namespace OpenTrading.Kernel.Live;

/// <summary>A step of a request's way.</summary>
/// <param name="Time">UTC instant of its record.</param>
/// <param name="Event">Type of the record, such as <c>approval.granted</c>.</param>
/// <param name="By">Who took it.</param>
/// <param name="Seq">Number of the record in the audit journal.</param>
/// <param name="Why">Reason, where the record has one.</param>
public sealed record OrderStep(DateTime Time, string Event, string By, long Seq, string? Why);
