namespace OpenTrading.Kernel.Journal;

/// <summary>The journal as one account at a broker writes it: every record names the account. Records of the paper account name none.</summary>
/// <param name="journal">The record of the host.</param>
/// <param name="account">The account as <c>login@server</c>.</param>
public sealed class AccountJournal(IJournal journal, string account) : IJournal
{
    /// <inheritdoc/>
    public long Append(string actor, string type, JournalPayload payload, Durability durability)
    {
        ArgumentNullException.ThrowIfNull(payload);
        if (!Names(payload))
        {
            payload[AccountRecords.Member] = account;
        }

        return journal.Append(actor, type, payload, durability);
    }

    private static bool Names(JournalPayload payload)
    {
        foreach (JournalPayload.Member member in payload.Members)
        {
            if (member.Name == AccountRecords.Member)
            {
                return true;
            }
        }

        return false;
    }
}
