using OpenTrading.MetaTrader.Terminals;
using OpenTrading.Sdk.Brokers;

namespace OpenTrading.MetaTrader.Brokers;

/// <summary>A request on its way, and what is known of it.</summary>
/// <param name="request">As it was sent.</param>
/// <param name="sentAt">UTC instant before it went out, by the server's clock.</param>
/// <threadsafety>Changed on the link's turn, save <see cref="IsUnknown"/>, which anybody may raise.</threadsafety>
internal sealed class SentRequest(BrokerRequest request, DateTime sentAt)
{
    private volatile bool _isUnknown;

    /// <summary>As it was sent.</summary>
    public BrokerRequest Request => request;

    /// <summary>UTC instant before it went out, by the server's clock: nothing that it caused is earlier.</summary>
    public DateTime SentAt => sentAt;

    /// <summary>Done with the first report about it; faulted when its outcome became unknown before.</summary>
    public TaskCompletionSource Told { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Whether anything of it was reported.</summary>
    public bool IsTold { get; set; }

    /// <summary>Lots that were reported as filled.</summary>
    public decimal Filled { get; set; }

    /// <summary>The expert's answer that it was done; null before.</summary>
    public Receipt? Done { get; set; }

    /// <summary>Whether its outcome is unknown and is asked for.</summary>
    public bool IsUnknown
    {
        get => _isUnknown;
        set => _isUnknown = value;
    }

    /// <summary>Whether the question for its outcome is on its way.</summary>
    public bool IsAsked { get; set; }

    /// <summary>Whether it was said that its outcome stays unknown.</summary>
    public bool IsMourned { get; set; }
}
