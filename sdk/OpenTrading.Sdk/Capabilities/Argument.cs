using System.Text.Json;

namespace OpenTrading.Sdk.Capabilities;

/// <summary>Arguments whose meaning the host cannot know.</summary>
public static class Argument
{
    /// <summary>A fault of an argument.</summary>
    /// <param name="name">Which argument.</param>
    /// <param name="why">What is wrong with it and what to write.</param>
    public static CapabilityException Refuse(string name, string why) =>
        new(ErrorCode.ValidationError, $"{name}: {why}", "Correct the arguments named in details.", [new ErrorDetail([name], why)]);

    /// <summary>Values by name as text. Only plain values: a list or an object is no parameter.</summary>
    /// <param name="argument">Which argument.</param>
    /// <param name="given">An object; null for none.</param>
    /// <exception cref="CapabilityException">A value is none: <see cref="ErrorCode.ValidationError"/>.</exception>
    public static Dictionary<string, string> Values(string argument, JsonElement? given)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (JsonProperty member in given?.EnumerateObject() ?? default)
        {
            string? text = member.Value.ValueKind switch
            {
                JsonValueKind.String => member.Value.GetString(),
                JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => member.Value.GetRawText(),
                _ => null,
            };
            if (text is null || !values.TryAdd(member.Name, text))
            {
                throw Refuse(argument, $"{member.Name} {(text is null ? "is no plain value" : "is given twice")}");
            }
        }

        return values;
    }

    /// <summary>What a reader of text makes of an argument.</summary>
    /// <param name="argument">Which argument.</param>
    /// <param name="read">The reader. It refuses by a <see cref="FormatException"/>.</param>
    /// <exception cref="CapabilityException">It is not well-formed: <see cref="ErrorCode.ValidationError"/>.</exception>
    public static T Read<T>(string argument, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (FormatException e)
        {
            throw Refuse(argument, e.Message);
        }
    }
}
