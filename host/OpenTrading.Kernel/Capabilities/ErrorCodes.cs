using System.Text.Json;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Capabilities;

/// <summary>What each error is called, and which HTTP status and exit code it has.</summary>
public static class ErrorCodes
{
    private static readonly Dictionary<ErrorCode, (int Http, int Exit)> Numbers = new()
    {
        [ErrorCode.ValidationError] = (400, 2),
        [ErrorCode.LimitExceeded] = (413, 2),
        [ErrorCode.Unauthenticated] = (401, 4),
        [ErrorCode.NotPermitted] = (403, 4),
        [ErrorCode.SessionRequired] = (403, 4),
        [ErrorCode.LiveDisabled] = (403, 4),
        [ErrorCode.ApprovalRequired] = (403, 4),
        [ErrorCode.ApprovalExpired] = (409, 4),
        [ErrorCode.KillSwitchActive] = (423, 4),
        [ErrorCode.RiskRejected] = (422, 4),
        [ErrorCode.BrokerRejected] = (422, 4),
        [ErrorCode.MarketClosed] = (409, 4),
        [ErrorCode.StaleData] = (409, 3),
        [ErrorCode.SymbolUnknown] = (404, 3),
        [ErrorCode.DataUnavailable] = (503, 3),
        [ErrorCode.InsufficientHistory] = (422, 3),
        [ErrorCode.NotConnected] = (503, 3),
        [ErrorCode.NotSupported] = (501, 3),
        [ErrorCode.NotFound] = (404, 5),
        [ErrorCode.JobNotFound] = (404, 5),
        [ErrorCode.Conflict] = (409, 6),
        [ErrorCode.StateConflict] = (409, 6),
        [ErrorCode.RateLimited] = (429, 7),
        [ErrorCode.Timeout] = (504, 7),
        [ErrorCode.OutcomeUnknown] = (504, 7),
        [ErrorCode.Cancelled] = (409, 7),
        [ErrorCode.PluginError] = (500, 1),
        [ErrorCode.IntegrityFailed] = (500, 1),
        [ErrorCode.InternalError] = (500, 1),
    };

    /// <summary>Name on the wire, such as <c>VALIDATION_ERROR</c>.</summary>
    public static string Name(this ErrorCode code) => JsonNamingPolicy.SnakeCaseUpper.ConvertName(code.ToString());

    /// <summary>The error of a name on the wire; an internal one where there is none.</summary>
    public static ErrorCode Parse(string? name) => Enum.GetValues<ErrorCode>().FirstOrDefault(c => c.Name() == name, ErrorCode.InternalError);

    /// <summary>HTTP status.</summary>
    public static int Http(this ErrorCode code) => Numbers[code].Http;

    /// <summary>Exit code of the command line.</summary>
    public static int Exit(this ErrorCode code) => Numbers[code].Exit;
}
