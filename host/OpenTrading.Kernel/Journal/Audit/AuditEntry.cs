using System.Text.Json;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Journal.Audit;

/// <summary>One record of the journal.</summary>
public sealed record AuditEntry : RecordResult
{
    /// <summary>Its number, from 1.</summary>
    public required long Seq { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime Time { get; init; }

    /// <summary>Who did it.</summary>
    public required string Actor { get; init; }

    /// <summary>What happened, such as <c>order.proposed</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Arguments of a call; of other records all they say. Secrets never reached the journal.</summary>
    public required JsonElement Arguments { get; init; }

    /// <summary><c>ok</c> or <c>error</c>, of a call; null of other records.</summary>
    public string? Outcome { get; init; }

    /// <summary>Hash of the record before.</summary>
    public required string PrevHash { get; init; }

    /// <summary>Its hash.</summary>
    public required string Hash { get; init; }

    /// <summary>The things it speaks of: an order, a job, a plugin.</summary>
    public required IReadOnlyList<AuditLink> Links { get; init; }
}

/// <summary>A thing that records speak of.</summary>
/// <param name="Kind">Member that names it, such as <c>orderId</c>.</param>
/// <param name="Id">Its id.</param>
public sealed record AuditLink(string Kind, string Id);
