using System.Text.Json;
using OpenTrading.Kernel.Journal;

namespace OpenTrading.Kernel.Capabilities.Idempotency;

/// <summary>Finds what must not be kept.</summary>
internal static class Secrets
{
    /// <summary>Whether a member, at any depth, is a secret by its name.</summary>
    public static bool AreIn(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().Any(m => Redaction.Hides(m.Name) || AreIn(m.Value)),
        JsonValueKind.Array => value.EnumerateArray().Any(AreIn),
        _ => false,
    };
}
