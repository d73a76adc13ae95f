namespace OpenTrading.Host.Faces.Cli;

/// <summary>Reads <c>--symbol EURUSD --include-forming --kinds=swing --kinds=pivot</c>. Values stay text: what they mean is the dispatcher's to say.</summary>
internal static class CallArguments
{
    /// <summary>Values by parameter name; a parameter given several times is a list, one without a value is true.</summary>
    /// <exception cref="FormatException">A value belongs to no parameter.</exception>
    public static Dictionary<string, object> Read(IReadOnlyList<string> tokens)
    {
        var values = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        for (int i = 0; i < tokens.Count; i++)
        {
            if (!IsName(tokens[i]))
            {
                throw new FormatException($"'{tokens[i]}' belongs to no parameter; write --parameter {tokens[i]}.");
            }

            string[] parts = tokens[i][2..].Split('=', 2);
            string value = parts.Length == 2 ? parts[1] : i + 1 < tokens.Count && !IsName(tokens[i + 1]) ? tokens[++i] : "true";
            string name = Camel(parts[0]);
            if (!values.TryGetValue(name, out List<string>? list))
            {
                values[name] = list = [];
            }

            list.Add(value);
        }

        return values.ToDictionary(v => v.Key, v => v.Value is [{ } only] ? (object)only : v.Value, StringComparer.Ordinal);
    }

    private static bool IsName(string token) => token.Length > 2 && token.StartsWith("--", StringComparison.Ordinal);

    private static string Camel(string name)
    {
        string[] words = name.Split(['-', '_'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? name : words[0] + string.Concat(words.Skip(1).Select(w => char.ToUpperInvariant(w[0]) + w[1..]));
    }
}
