using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Naming;

namespace OpenTrading.Analysis;

/// <summary>Lists of words of which a caller takes some.</summary>
internal static class Choices
{
    /// <summary>The words taken, each once; all where none is named.</summary>
    /// <param name="argument">Which argument.</param>
    /// <param name="taken">What the caller names.</param>
    /// <param name="all">What there is.</param>
    /// <exception cref="CapabilityException">A word is none of them.</exception>
    public static IReadOnlyList<string> Require(string argument, string[]? taken, IReadOnlyList<string> all)
    {
        foreach (string word in taken ?? [])
        {
            if (!all.Contains(word, StringComparer.OrdinalIgnoreCase))
            {
                throw Argument.Refuse(argument, $"'{word}' is none; {(Suggestion.Nearest(word, all) is { } guess ? $"did you mean {guess}?" : $"there are {string.Join(", ", all)}")}");
            }
        }

        return taken is not { Length: > 0 } ? all : [.. all.Where(a => taken.Contains(a, StringComparer.OrdinalIgnoreCase))];
    }
}
