using OpenTrading.Sdk.Risk.History;

namespace OpenTrading.Sdk.Risk;

/// <summary>A rule that, beyond rejecting orders, stops the account until an operator looks at it. The host asks after every deal and refusal.</summary>
public interface ICircuitBreaker
{
    /// <summary>Whether it stops all entries of the host by the kill switch; false makes this account reduce-only.</summary>
    bool StopsEntries { get; }

    /// <summary>Why it trips; null when it does not.</summary>
    /// <param name="history">What the account has done.</param>
    /// <param name="now">UTC instant.</param>
    string? Tripped(AccountHistory history, DateTime now);
}
