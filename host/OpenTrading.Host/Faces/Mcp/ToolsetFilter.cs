using OpenTrading.Kernel.Capabilities;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Naming;

namespace OpenTrading.Host.Faces.Mcp;

/// <summary>Which capabilities a client gets to see. A list that costs less context; what may be called is decided by role and mode.</summary>
internal sealed class ToolsetFilter
{
    /// <summary>Every toolset.</summary>
    public const string All = "all";

    /// <summary>Whatever else is asked for: nothing that changes anything.</summary>
    public const string ReadOnly = "read-only";

    // A client that narrows its list finds and reads about the rest by these.
    private static readonly HashSet<string> Guides = ["find_tools", "describe_tool"];

    private static readonly ToolsetFilter Everything = new(null, isReadOnly: false);

    private readonly HashSet<string>? _toolsets;
    private readonly bool _isReadOnly;

    private ToolsetFilter(HashSet<string>? toolsets, bool isReadOnly) => (_toolsets, _isReadOnly) = (toolsets, isReadOnly);

    /// <summary>Reads a list of toolsets.</summary>
    /// <exception cref="FormatException">One is unknown.</exception>
    public static ToolsetFilter Parse(IReadOnlyCollection<string> words, CapabilityCatalog catalog)
    {
        if (words.Count == 0)
        {
            return Everything;
        }

        string[] known = [.. catalog.All.Select(c => c.Toolset).Distinct()];
        var toolsets = new HashSet<string>(StringComparer.Ordinal);
        foreach (string word in words)
        {
            toolsets.Add(word is All or ReadOnly || known.Contains(word) ? word : throw new FormatException(
                $"toolset '{word}' is unknown; {(Suggestion.Nearest(word, known) is { } near ? $"did you mean {near}? " : "")}There are {string.Join(", ", known)}, {All} and {ReadOnly}."));
        }

        bool isReadOnly = toolsets.Remove(ReadOnly);
        return new ToolsetFilter(toolsets.Count == 0 || toolsets.Contains(All) ? null : toolsets, isReadOnly);
    }

    /// <summary>Whether a client sees a capability.</summary>
    public bool Lists(CapabilityDescriptor capability) =>
        Permits(capability) && (_toolsets is null || _toolsets.Contains(capability.Toolset) || capability.Declaration.AlwaysVisible || Guides.Contains(capability.Name));

    /// <summary>Whether a client may call a capability that it does not see.</summary>
    public bool Permits(CapabilityDescriptor capability) => !_isReadOnly || capability.Effect == Effect.Read;
}
