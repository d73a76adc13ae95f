using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Capabilities;

/// <summary>An error as every face shows it.</summary>
/// <param name="Code">Such as <c>VALIDATION_ERROR</c>.</param>
/// <param name="Message">What, where, the value.</param>
/// <param name="Remedy">What to do about it.</param>
/// <param name="Details">Single faults.</param>
/// <param name="Source"><c>unavailable</c> where data was asked for and there is none.</param>
public sealed record ErrorBody(string Code, string Message, string Remedy, IReadOnlyList<ErrorDetail> Details, string? Source)
{
    /// <summary>The body of a refusal.</summary>
    public static ErrorBody Of(CapabilityException refusal) => new(
        refusal.Code.Name(), refusal.Message, refusal.Remedy, refusal.Details, refusal.Code == ErrorCode.DataUnavailable ? "unavailable" : null);
}
