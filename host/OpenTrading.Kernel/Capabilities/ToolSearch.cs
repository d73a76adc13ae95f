namespace OpenTrading.Kernel.Capabilities;

/// <summary>Finds capabilities by words: in the name they weigh most, then in the toolset, the description and the arguments.</summary>
internal static class ToolSearch
{
    private const int ShortestStem = 3;

    /// <summary>How well a capability answers a query, 0 to 100; 0 when no word of it occurs.</summary>
    public static int Score(CapabilityDescriptor capability, string query)
    {
        string[] terms = Words(query);
        if (terms.Length == 0 || capability.Name.Equals(query.Trim(), StringComparison.OrdinalIgnoreCase))
        {
            return terms.Length == 0 ? 0 : 100;
        }

        string[] name = Words(capability.Name);
        string[] description = Words(capability.Description);
        string[] arguments = [.. capability.Arguments.SelectMany(a => Words(a.Name))];
        double sum = terms.Sum(term => new[]
        {
            Match(term, name, 0.95),
            Match(term, [capability.Toolset], 0.6),
            Match(term, description, 0.5),
            Match(term, arguments, 0.3),
        }.Max());
        return (int)Math.Round(100 * sum / terms.Length);
    }

    // A stem counts three quarters: 'order' finds 'orders', and 'orders' 'order'.
    private static double Match(string term, string[] words, double weight) =>
        words.Contains(term) ? weight
        : term.Length >= ShortestStem && words.Any(w => w.Length >= ShortestStem && (w.StartsWith(term, StringComparison.Ordinal) || term.StartsWith(w, StringComparison.Ordinal))) ? 0.75 * weight
        : 0;

    private static string[] Words(string text)
    {
        var words = new List<string>();
        int start = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            bool ends = i == text.Length || !char.IsLetterOrDigit(text[i]);
            if (ends || (i > start && char.IsUpper(text[i]) && char.IsLower(text[i - 1])))
            {
                if (i > start)
                {
                    words.Add(text[start..i].ToLowerInvariant());
                }

                start = ends ? i + 1 : i;
            }
        }

        return [.. words];
    }
}
