using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Naming;

namespace OpenTrading.Scanner.Confluence;

/// <summary>What counts, how much, and how a trade of it would be laid out.</summary>
/// <param name="Name">Its name.</param>
/// <param name="StopRanges">Distance of the stop where no level offers one, average true ranges.</param>
/// <param name="Reward">Distance of the target where no level offers one, multiples of that to the stop.</param>
/// <param name="Weights">Weight of each factor that counts; together 100.</param>
internal sealed record Preset(string Name, double StopRanges, double Reward, IReadOnlyDictionary<string, double> Weights)
{
    /// <summary>The usual one.</summary>
    public const string Usual = "balanced";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Preset> All { get; } =
    [
        Of(Usual, 1.5, 2, ("trend", 25), ("momentum", 15), ("structure", 20), ("levels", 10), ("regime", 10), ("volatility", 5), ("cost", 5), ("session", 5), ("signals", 5)),
        Of("trend", 2, 3, ("trend", 35), ("structure", 25), ("momentum", 15), ("regime", 15), ("volatility", 5), ("cost", 5)),
        Of("breakout", 1.5, 2, ("structure", 25), ("momentum", 25), ("levels", 20), ("session", 10), ("regime", 10), ("trend", 5), ("cost", 5)),
        Of("reversion", 1.5, 1.5, ("stretch", 35), ("range", 25), ("levels", 15), ("volatility", 10), ("cost", 10), ("session", 5)),
        Of("intraday", 1, 1.5, ("momentum", 25), ("cost", 20), ("session", 20), ("trend", 15), ("structure", 15), ("levels", 5)),
    ];

    /// <summary>The preset of a name; null when there is none.</summary>
    public static Preset? Find(string name) => All.FirstOrDefault(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The preset of a name.</summary>
    /// <exception cref="CapabilityException">There is none: <see cref="ErrorCode.NotFound"/>.</exception>
    public static Preset Require(string name) => Find(name) ?? throw new CapabilityException(ErrorCode.NotFound, Capital(Unknown(name)), "Name one of the presets.");

    /// <summary>That there is no preset of a name, and which are there.</summary>
    public static string Unknown(string name)
    {
        string[] names = [.. All.Select(p => p.Name)];
        return $"there is no preset '{name}'; {(Suggestion.Nearest(name, names) is { } guess ? $"did you mean {guess}?" : $"there are {string.Join(", ", names)}")}";
    }

    private static string Capital(string sentence) => char.ToUpperInvariant(sentence[0]) + sentence[1..];

    private static Preset Of(string name, double stopRanges, double reward, params (string Factor, double Weight)[] weights) =>
        new(name, stopRanges, reward, weights.ToDictionary(w => w.Factor, w => w.Weight));
}
