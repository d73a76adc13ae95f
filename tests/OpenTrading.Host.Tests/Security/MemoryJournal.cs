using OpenTrading.Kernel.Journal;

namespace OpenTrading.Host.Tests.Security;

/// <summary>A journal that only remembers, without redaction: what must not be told must not even get here.</summary>
internal sealed class MemoryJournal : IJournal
{
    public List<(string Actor, string Type, string Payload)> Records { get; } = [];

    public string[] Types => [.. Records.Select(r => r.Type)];

    public long Append(string actor, string type, JournalPayload payload, Durability durability)
    {
        lock (Records)
        {
            Records.Add((actor, type, payload.ToString()));
            return Records.Count;
        }
    }
}
