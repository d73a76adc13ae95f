using OpenTrading.Sdk.Mcp;

namespace OpenTrading.Sdk.Capabilities;

/// <summary>The call a capability is answering.</summary>
public interface ICallContext
{
    /// <summary>Who calls.</summary>
    Principal Caller { get; }

    /// <summary>Face through which the call came.</summary>
    Surface Surface { get; }

    /// <summary>Key under which a repeated call has its effect once; null when none was given.</summary>
    string? IdempotencyKey { get; }

    /// <summary>Where a long call says how far it is.</summary>
    IProgress<JobProgress> Progress { get; }

    /// <summary>The protocol exchange behind a call over MCP; null on every other face.</summary>
    IMcpExchange? Mcp { get; }

    /// <summary>Cancelled when the caller gives up or time is over.</summary>
    CancellationToken CancellationToken { get; }
}
