using System.Net;
using System.Net.Sockets;

namespace OpenTrading.Sdk.Web;

/// <summary>
/// Tells addresses of the public internet from those of this machine and its networks, and connects to the former alone: what a text from outside names
/// must reach nothing inside.
/// </summary>
/// <remarks>Source: the special-purpose registries of IANA (RFC 6890); of IPv6 only 2000::/3 is given out.</remarks>
/// <threadsafety>Safe from any thread.</threadsafety>
public static class PublicAddress
{
    // Translated and tunnelled addresses (2002::/16, 2001::/32) carry others inside that nobody has looked at.
    private static readonly IPNetwork[] Special =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        }.Select(n => IPNetwork.Parse(n)),
    ];

    private static readonly IPNetwork GivenOut = IPNetwork.Parse("2000::/3");

    /// <summary>Whether an address lies in the public internet.</summary>
    /// <param name="address">An address; one of IPv4 inside IPv6 is taken for what it is.</param>
    public static bool Is(IPAddress address)
    {
        IPAddress plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return (plain.AddressFamily == AddressFamily.InterNetwork || GivenOut.Contains(plain)) && !Array.Exists(Special, n => n.Contains(plain));
    }

    /// <summary>Connects to a host at one of its public addresses: those that are judged are those that are connected to, whatever its name says later.</summary>
    /// <param name="host">Name or address.</param>
    /// <param name="port">Port.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="IOException">It has no public address.</exception>
    /// <exception cref="SocketException">It cannot be found or reached.</exception>
    public static Task<Stream> ConnectAsync(string host, int port, CancellationToken cancellationToken) => ConnectAsync(host, port, Is, cancellationToken);

    /// <summary>Likewise, with another judgement of addresses.</summary>
    /// <param name="host">Name or address.</param>
    /// <param name="port">Port.</param>
    /// <param name="isAllowed">Which addresses may be connected to.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="IOException">It has no address that may be connected to.</exception>
    /// <exception cref="SocketException">It cannot be found or reached.</exception>
    public static async Task<Stream> ConnectAsync(string host, int port, Func<IPAddress, bool> isAllowed, CancellationToken cancellationToken)
    {
        IPAddress[] all = await AllAsync(host, cancellationToken).ConfigureAwait(false);
        IPAddress[] allowed = [.. all.Where(isAllowed)];
        if (allowed.Length == 0)
        {
            throw new IOException($"{host} lies on this machine or in a private network");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, port, cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Addresses of a host.</summary>
    /// <param name="host">Name or address.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SocketException">It cannot be found.</exception>
    public static async Task<IPAddress[]> AllAsync(string host, CancellationToken cancellationToken)
    {
        string bare = host.Trim('[', ']');
        return IPAddress.TryParse(bare, out IPAddress? literal) ? [literal] : await Dns.GetHostAddressesAsync(bare, cancellationToken).ConfigureAwait(false);
    }
}
