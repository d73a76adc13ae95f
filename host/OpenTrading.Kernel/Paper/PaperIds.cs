using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using OpenTrading.Kernel.Orders;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Paper;

/// <summary>Names of the paper account's things as callers know them. They are made of what the journal has, so that a restart changes none.</summary>
public static class PaperIds
{
    /// <summary><c>ppo_</c> and a ULID.</summary>
    public static string Of(Order order) => Ulid.Of("ppo_", Instant(order.ProposedAt), Digest(order.Id));

    /// <summary><c>ppp_</c> and a ULID.</summary>
    public static string Of(Position position) => OfPosition(position.Ticket, position.OpenedAt);

    /// <summary>Likewise, of a position that may be closed.</summary>
    public static string OfPosition(long ticket, DateTime openedAt) => Ulid.Of("ppp_", Instant(openedAt), Digest(ticket.ToString(CultureInfo.InvariantCulture)));

    private static DateTimeOffset Instant(DateTime utc) => new(DateTime.SpecifyKind(utc, DateTimeKind.Utc));

    private static byte[] Digest(string name) => SHA256.HashData(Encoding.UTF8.GetBytes(name));
}
