using System.Net;
using System.Net.Sockets;

namespace OpenTrading.Research.Web;

/// <summary>
/// Keeps requests away from this machine and its network. The address is looked up and judged here, and that very address is connected to: a name that
/// resolves differently a moment later gains nothing.
/// </summary>
/// <param name="privateHosts">Hosts that the operator names as exceptions, by name or address.</param>
/// <threadsafety>Immutable.</threadsafety>
internal sealed class AddressGuard(IEnumerable<string> privateHosts)
{
    // What is not the public internet: this host, private and shared networks, links, documentation, benchmarks, multicast, reserved.
    private static readonly IPNetwork[] Special =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        }.Select(n => IPNetwork.Parse(n)),
    ];

    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    private readonly HashSet<string> _exceptions = new(privateHosts.Select(Bare), StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether an address lies in the public internet.</summary>
    public static bool IsPublic(IPAddress address)
    {
        IPAddress plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return (plain.AddressFamily == AddressFamily.InterNetwork || GlobalUnicast.Contains(plain)) && !Array.Exists(Special, n => n.Contains(plain));
    }

    /// <summary>Whether a host at an address may be asked.</summary>
    public bool MayReach(string host, IPAddress address) => IsPublic(address) || _exceptions.Contains(Bare(host));

    /// <summary>Opens a connection, for a <see cref="SocketsHttpHandler"/>.</summary>
    /// <exception cref="FetchException">No address of the host may be reached.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        string host = Bare(context.DnsEndPoint.Host);
        IPAddress[] all = IPAddress.TryParse(host, out IPAddress? literal) ? [literal] : await Dns.GetHostAddressesAsync(host, cancellationToken).ConfigureAwait(false);
        IPAddress[] allowed = [.. all.Where(a => MayReach(host, a))];
        if (allowed.Length == 0)
        {
            throw new FetchException(all.Length == 0 ? $"{host} has no address" : $"{host} lies on this machine or in its network, and research.private_hosts does not name it");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static string Bare(string host) => host.Trim('[', ']', ' ', '.');
}
