using OpenTrading.Host.Faces.Rest;

namespace OpenTrading.Host.Faces.Cli;

/// <summary>The host that a command calls: the running one, or one that lives as long as the command.</summary>
internal interface ICallTarget : IAsyncDisposable
{
    /// <summary>What can be called.</summary>
    Task<CallList> ListAsync(CancellationToken cancellationToken);

    /// <summary>Calls a capability.</summary>
    /// <param name="name">Capability.</param>
    /// <param name="arguments">Arguments by name.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    Task<CallReply> CallAsync(string name, object arguments, CancellationToken cancellationToken);
}
