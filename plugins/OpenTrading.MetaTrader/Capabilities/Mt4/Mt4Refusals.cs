using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.MetaTrader.Capabilities.Mt4;

/// <summary>Says refusals in the words that are laid down for the mt4 tools.</summary>
internal static class Mt4Refusals
{
    private const string Failed = "Trade execution failed";
    private const string Decision = "decisionId";
    private const string Request = "requestId";

    /// <summary>The answer to a refusal of the host or of a tool.</summary>
    public static RawResult Render(CapabilityException refusal)
    {
        ErrorDetail[] details = [.. refusal.Details.Where(d => d.Path is not [Decision] and not [Request]).Select(Worded)];
        var facts = new Dictionary<string, string> { ["code"] = Name(refusal.Code), ["remedy"] = refusal.Remedy };
        foreach (ErrorDetail id in refusal.Details.Where(d => d.Path is [Decision] or [Request]))
        {
            facts[id.Path[0]] = id.Message;
        }

        return Mt4Bodies.Failure(Text(refusal, details, facts.GetValueOrDefault(Request)), refusal.Code, details.Length > 0 ? details : null, facts);
    }

    private static string Text(CapabilityException refusal, ErrorDetail[] details, string? request) => refusal.Code switch
    {
        ErrorCode.ValidationError when details.Length > 0 => "Validation error",
        ErrorCode.NotConnected => Mt4Terminals.NotConnected,
        ErrorCode.KillSwitchActive => $"{Failed}: kill switch is active",
        ErrorCode.LiveDisabled => $"{Failed}: live trading is disabled",
        ErrorCode.RiskRejected when details.Length > 0 => $"{Failed}: risk check failed ({details[0].Path[0]})",
        ErrorCode.MarketClosed => $"{Failed}: market is closed",
        ErrorCode.StaleData => $"{Failed}: price is stale",
        ErrorCode.ApprovalRequired => $"{Failed}: approval required (request {request})",
        ErrorCode.ApprovalExpired => $"{Failed}: approval expired (request {request})",
        ErrorCode.OutcomeUnknown => $"{Failed}: outcome unknown (request {request})",
        ErrorCode.BrokerRejected or ErrorCode.RiskRejected => refusal.Message.Length > 0 ? $"{Failed}: {refusal.Message}" : Failed,
        _ => refusal.Message,
    };

    // The host's own words differ in three places from those laid down.
    private static ErrorDetail Worded(ErrorDetail detail) => detail with { Message = Worded(detail.Message) };

    private static string Worded(string message)
    {
        int guess = message.StartsWith("Invalid enum value", StringComparison.Ordinal) ? message.IndexOf("; did you mean", StringComparison.Ordinal) : -1;
        return guess >= 0 ? message[..guess]
            : message.StartsWith("Number must be greater than or equal to 0.0", StringComparison.Ordinal) || message.StartsWith("Number must be greater than or equal to 1E-", StringComparison.Ordinal) ? "Number must be greater than 0"
            : message.Replace("Expected integer, received string", "Expected number, received string", StringComparison.Ordinal);
    }

    private static string Name(ErrorCode code) =>
        string.Concat(code.ToString().Select((c, i) => i > 0 && char.IsUpper(c) ? $"_{c}" : $"{char.ToUpperInvariant(c)}"));
}
