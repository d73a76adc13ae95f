using System.Globalization;
using OpenTrading.Kernel.Journal;

namespace OpenTrading.Kernel.Live;

/// <summary>Journal payloads of accounts at brokers.</summary>
internal static class LiveRecords
{
    /// <summary>An operator accepted positions that the host did not open.</summary>
    public const string Adopted = "recon.adopted";

    public static JournalPayload Adopt(IEnumerable<long> positions) => new()
    {
        ["positions"] = JournalArray.From(positions, p => p.ToString(CultureInfo.InvariantCulture)),
    };

    public static JournalPayload Difference(IEnumerable<long> positions) => new()
    {
        ["what"] = "positions the host did not open",
        ["positions"] = JournalArray.From(positions, p => p.ToString(CultureInfo.InvariantCulture)),
    };

    public static JournalPayload Connected(string broker, int positions, int orders) => new()
    {
        ["broker"] = broker,
        ["positions"] = positions,
        ["orders"] = orders,
    };

    public static JournalPayload Reconciled(int orders, int deals, int orphans) => new()
    {
        ["unknown"] = orders,
        ["deals"] = deals,
        ["orphans"] = orphans,
    };
}
