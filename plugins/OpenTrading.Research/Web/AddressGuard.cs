using System.Net;
using OpenTrading.Sdk.Web;

namespace OpenTrading.Research.Web;

/// <summary>
/// Keeps requests away from this machine and its network. The address is looked up and judged here, and that very address is connected to: a name that
/// resolves differently a moment later gains nothing.
/// </summary>
/// <param name="privateHosts">Hosts that the operator names as exceptions, by name or address.</param>
/// <threadsafety>Immutable.</threadsafety>
internal sealed class AddressGuard(IEnumerable<string> privateHosts)
{
    private readonly HashSet<string> _exceptions = new(privateHosts.Select(Bare), StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a host at an address may be asked.</summary>
    public bool MayReach(string host, IPAddress address) => PublicAddress.Is(address) || _exceptions.Contains(Bare(host));

    /// <summary>Opens a connection, for a <see cref="SocketsHttpHandler"/>.</summary>
    /// <exception cref="FetchException">No address of the host may be reached.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        string host = Bare(context.DnsEndPoint.Host);
        try
        {
            return await PublicAddress.ConnectAsync(host, context.DnsEndPoint.Port, address => MayReach(host, address), cancellationToken).ConfigureAwait(false);
        }
        catch (IOException e)
        {
            throw new FetchException($"{e.Message}, and research.private_hosts does not name it");
        }
    }

    private static string Bare(string host) => host.Trim('[', ']', ' ', '.');
}
