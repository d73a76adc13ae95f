using System.Text.Json;
using OpenTrading.MetaTrader.Protocol;

namespace OpenTrading.MetaTrader.Terminals;

/// <summary>What an expert says became of a request that trades.</summary>
internal sealed record Receipt
{
    private const long PartlyDone = 10010;

    /// <summary>done, rejected, unknown or never_sent.</summary>
    public required string Outcome { get; init; }

    /// <summary>Number of the order at the broker; 0 for none.</summary>
    public required long Order { get; init; }

    /// <summary>Lots that were filled or placed.</summary>
    public required decimal Volume { get; init; }

    /// <summary>Whether the broker filled a part and nothing more will come of the rest by itself.</summary>
    public required bool IsPartial { get; init; }

    /// <summary>Why it was not done; empty where it was.</summary>
    public required string Reason { get; init; }

    /// <summary>UTC instant at which the expert wrote the request down; null where it does not say.</summary>
    public required DateTime? WrittenAt { get; init; }

    /// <summary>Whether it was executed.</summary>
    public bool IsDone => Outcome == "done";

    /// <summary>Whether nobody can say.</summary>
    public bool IsUnknown => Outcome == "unknown";

    /// <summary>Whether it never arrived, and cannot any more.</summary>
    public bool IsNeverSent => Outcome == "never_sent";

    /// <summary>Reads the answer to a request, or to the question for its outcome.</summary>
    /// <exception cref="ProtocolException">It says neither.</exception>
    public static Receipt Of(JsonElement answer)
    {
        string outcome = answer.TextOr("outcome", answer.Flag("ok") ? "done" : "rejected");
        if (outcome is not ("done" or "rejected" or "unknown" or "never_sent"))
        {
            throw new ProtocolException("'outcome' is no outcome");
        }

        return new Receipt
        {
            Outcome = outcome,
            Order = answer.WholeOr("order"),
            Volume = answer.NumberOr("volume"),
            IsPartial = answer.WholeOr("native") == PartlyDone,
            Reason = outcome switch { "done" => "", "never_sent" => outcome, _ => RefusedException.Of(answer).Reason },
            WrittenAt = answer.WholeOr("time") is > 0 and var time ? UnixTime.From(time) : null,
        };
    }
}
