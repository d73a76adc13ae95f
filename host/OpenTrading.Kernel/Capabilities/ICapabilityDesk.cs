using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Capabilities;

/// <summary>Capabilities as a face meets them, wherever they run: which there are, who may call them, and the way to call.</summary>
public interface ICapabilityDesk
{
    /// <summary>Everything that can be called.</summary>
    CapabilityCatalog Catalog { get; }

    /// <summary>Who may call what.</summary>
    AccessPolicy Access { get; }

    /// <summary>The capabilities a caller sees on a face, in stable order.</summary>
    IEnumerable<CapabilityDescriptor> Visible(Principal caller, Surface surface) => Catalog.All.Where(c => Access.IsPermitted(c, caller, surface));

    /// <summary>Answers a call. A refusal is an answer like any other.</summary>
    /// <param name="request">The call.</param>
    /// <param name="cancellationToken">Cancelled when the caller gives up.</param>
    Task<CallOutcome> CallAsync(CallRequest request, CancellationToken cancellationToken);
}
