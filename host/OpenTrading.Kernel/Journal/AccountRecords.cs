using System.Text;

namespace OpenTrading.Kernel.Journal;

/// <summary>Says whose a record is: of an account at a broker, which it names, or of the paper account, which it names rarely or not at all.</summary>
public static class AccountRecords
{
    /// <summary>Member of a payload that names the account.</summary>
    public const string Member = "account";

    private static readonly string[] Kinds = ["order.", "approval.", "position.", "day.", "week.", "trading.", "recon.", "account."];

    /// <summary>The account at a broker whose orders, deals or state a record tells; null for the paper account and for all that is of no account.</summary>
    public static string? BrokerAccount(this JournalRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (!Array.Exists(Kinds, kind => record.Type.StartsWith(kind, StringComparison.Ordinal)))
        {
            return null;
        }

        // Looked for as bytes: quotes within texts are escaped, so this is the member or nothing, and most records need not be parsed for it.
        ReadOnlySpan<byte> line = record.Utf8.Span;
        int at = line.IndexOf("\"account\":\""u8);
        if (at < 0)
        {
            return null;
        }

        line = line[(at + "\"account\":\""u8.Length)..];
        string account = Encoding.UTF8.GetString(line[..line.IndexOf((byte)'"')]);
        return account == Sessions.SimulatedBroker.Login ? null : account;
    }
}
