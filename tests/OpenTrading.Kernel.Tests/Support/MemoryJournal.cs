using System.Text.Json;
using OpenTrading.Kernel.Journal;

namespace OpenTrading.Kernel.Tests.Support;

/// <summary>A journal that only remembers.</summary>
internal sealed class MemoryJournal : IJournal
{
    public List<(string Actor, string Type, JsonElement Payload, Durability Durability)> Records { get; } = [];

    /// <summary>Called with the type of every record after it was appended.</summary>
    public Action<string> Appended { get; set; } = static _ => { };

    public string[] Types => [.. Records.Select(r => r.Type)];

    public long Append(string actor, string type, JournalPayload payload, Durability durability)
    {
        Records.Add((actor, type, JsonElement.Parse(payload.ToString()), durability));
        Appended(type);
        return Records.Count;
    }

    /// <summary>Payload of the only record of a type.</summary>
    public JsonElement Single(string type) => Records.Single(r => r.Type == type).Payload;
}
