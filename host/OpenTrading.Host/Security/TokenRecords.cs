using System.Globalization;
using OpenTrading.Kernel.Journal;

namespace OpenTrading.Host.Security;

/// <summary>What the journal says of tokens. Never the secret, and no member whose name would be redacted.</summary>
internal static class TokenRecords
{
    public static void Created(IJournal journal, string actor, AccessToken token) => journal.Append(
        actor,
        "token.created",
        new() { ["id"] = token.Id, ["name"] = token.Name, ["role"] = token.Role, ["expiresAt"] = token.ExpiresAt.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) },
        Durability.Durable);

    public static void Revoked(IJournal journal, string actor, AccessToken token, string why) =>
        journal.Append(actor, "token.revoked", new() { ["id"] = token.Id, ["name"] = token.Name, ["why"] = why }, Durability.Durable);
}
