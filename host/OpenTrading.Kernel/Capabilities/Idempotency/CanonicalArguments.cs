using System.Globalization;
using System.Text.Json;
using OpenTrading.Kernel.Journal;

namespace OpenTrading.Kernel.Capabilities.Idempotency;

/// <summary>
/// The arguments of a call in one form, however they were written: after coercion, without the key, without what is a default. Two calls that
/// mean the same hash alike.
/// </summary>
internal static class CanonicalArguments
{
    private const string KeyName = "idempotencyKey";
    private const string Tag = "opentrading:call:v2";
    private const int Deepest = 20;

    /// <summary>The call of a key.</summary>
    /// <param name="capability">What is called.</param>
    /// <param name="values">Its arguments, read.</param>
    /// <param name="actor">Who calls.</param>
    /// <param name="key">The key.</param>
    public static KeyedCall Call(CapabilityDescriptor capability, object?[] values, string actor, string key)
    {
        var arguments = new JournalPayload();
        bool hasSecret = false;
        for (int i = 0; i < values.Length; i++)
        {
            CapabilityParameter parameter = capability.Parameters[i];
            if (!parameter.IsContext && parameter.Name != KeyName && values[i] is { } value && !value.Equals(parameter.Default))
            {
                arguments[parameter.Name] = ValueOf(value);
                hasSecret |= Redaction.Hides(parameter.Name) || (value is JsonElement nested && Secrets.AreIn(nested));
            }
        }

        return new KeyedCall(actor, capability.Name, key, CanonicalHash.Of(Tag, new JournalPayload { ["capability"] = capability.Name, ["arguments"] = arguments })) { HasSecret = hasSecret };
    }

    private static JournalValue ValueOf(object value) => value switch
    {
        bool flag => flag,
        string text => text,
        JsonElement json => ValueOf(json, 1),
        Array items => JournalArray.From(items.Cast<object?>(), item => item is null ? JournalValue.Null : ValueOf(item)),
        DateTime time => time.ToString("O", CultureInfo.InvariantCulture),
        decimal number => number,
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private static JournalValue ValueOf(JsonElement value, int depth) => value.ValueKind switch
    {
        _ when depth > Deepest => value.GetRawText(),
        JsonValueKind.Object => Members(value, depth),
        JsonValueKind.Array => JournalArray.From(value.EnumerateArray(), item => ValueOf(item, depth + 1)),
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Null => JournalValue.Null,

        // A number and the text of it must not look the same.
        _ => JournalArray.From([value.GetRawText()], text => text),
    };

    private static JournalPayload Members(JsonElement value, int depth)
    {
        var payload = new JournalPayload();
        foreach (JsonProperty member in value.EnumerateObject())
        {
            payload[member.Name] = ValueOf(member.Value, depth + 1);
        }

        return payload;
    }
}
