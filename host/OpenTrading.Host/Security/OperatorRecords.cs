using OpenTrading.Kernel.Journal;

namespace OpenTrading.Host.Security;

/// <summary>What the journal says of operators who were made.</summary>
internal static class OperatorRecords
{
    public static void Created(IJournal journal, string name) =>
        journal.Append("host", "operator.created", new() { ["operator"] = name }, Durability.Durable);
}
