using OpenTrading.Sdk.Naming;

namespace OpenTrading.Host.Configuration.Binding;

/// <summary>
/// Settings by key, from the strongest origin: <c>OPENTRADING__SECTION__KEY</c>, then the seed's variable, then the file, then the default.
/// Remembers which keys were asked for, so that the rest can be reported as unknown.
/// </summary>
internal sealed class ConfigSource(Dictionary<string, ConfigNode> nodes, IReadOnlyDictionary<string, string> environment)
{
    private const string Prefix = "OPENTRADING__";
    private readonly Dictionary<string, object?> _answers = [];
    private readonly HashSet<string> _known = [];
    private readonly HashSet<string> _used = [];
    private readonly HashSet<string> _knownVariables = [];

    /// <summary>File the settings come from, for faults that have no place in it.</summary>
    public required string FileName { get; init; }

    public List<ConfigError> Errors { get; } = [];

    public List<ConfigItem> Items { get; } = [];

    /// <summary>Paths of the file below <paramref name="prefix"/>.</summary>
    public IEnumerable<ConfigNode> Below(params string[] prefix) =>
        [.. nodes.Values.Where(n => n.Path.Length > prefix.Length && n.Path.AsSpan(0, prefix.Length).SequenceEqual(prefix))];

    /// <summary>The setting of a key as a value of <paramref name="type"/>. A key asked for again has the same answer and no second fault.</summary>
    /// <param name="path">Full path.</param>
    /// <param name="type">Wanted type.</param>
    /// <param name="range">Bounds of numbers.</param>
    /// <param name="fallback">Default; null when the key is mandatory.</param>
    /// <param name="isOptional">Whether null is a value.</param>
    /// <param name="seedName">Seed's variable.</param>
    /// <param name="seedInverted">Whether the seed's variable means the opposite.</param>
    /// <param name="aliases">Further paths that mean the same.</param>
    public object? Get(
        string[] path, Type type, ConfigRange range, object? fallback, bool isOptional = false, string? seedName = null, bool seedInverted = false, string[][]? aliases = null)
    {
        string key = string.Join('.', path);
        if (!_answers.TryGetValue(key, out object? value))
        {
            value = Read(path, key, type, range, fallback, isOptional, seedName, seedInverted, aliases ?? []);
            _answers.Add(key, value);
        }

        return value;
    }

    /// <summary>Takes a path whose meaning is known only later, such as a strategy's parameter.</summary>
    public bool Accept(ConfigNode node) => _used.Add(ConfigFile.KeyOf(node.Path));

    /// <summary>Whether something asked for a path.</summary>
    public bool IsKnown(ConfigNode node) => _used.Contains(ConfigFile.KeyOf(node.Path));

    /// <summary>Reports every key of the file and every variable that nothing asked for.</summary>
    /// <param name="except">Paths that somebody will ask for later.</param>
    public void ReportUnknown(Func<string[], bool>? except = null)
    {
        foreach (ConfigNode node in nodes.Values.Where(n => !IsKnown(n) && except?.Invoke(n.Path) != true))
        {
            string near = (NearestSibling(node) ?? Suggestion.Nearest(node.Key, _known)) is { } guess
                ? $"did you mean {guess}?"
                : "see docs/configuration.md for the keys";
            Errors.Add(new ConfigError(node.File, node.KeyPosition, $"[{string.Join('.', node.Path[..^1])}] {node.Path[^1]} is unknown; {near}"));
        }

        foreach (string variable in environment.Keys.Where(v => v.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && !_knownVariables.Contains(v)))
        {
            if (except?.Invoke(variable[Prefix.Length..].ToLowerInvariant().Split("__")) == true)
            {
                continue;
            }

            string near = Suggestion.Nearest(variable, _knownVariables) is { } guess ? $"did you mean {guess}?" : "unset it";
            Errors.Add(new ConfigError(variable, null, $"names no setting; {near}"));
        }
    }

    private object? Read(
        string[] path, string key, Type type, ConfigRange range, object? fallback, bool isOptional, string? seedName, bool seedInverted, string[][] aliases)
    {
        // Looked for even where a variable overrides it: an overridden key is known all the same.
        ConfigNode? node = Find(path, aliases);
        object? value;
        string origin;
        string? fault = null;
        if (Variable(path, aliases, out string text) is { } variable)
        {
            origin = variable;
            fault = ConfigConvert.FromText(text, type, range, out value);
        }
        else if (seedName is not null && environment.TryGetValue(seedName, out string? seed))
        {
            origin = $"{seedName} (means {key})";
            fault = ConfigConvert.FromText(FromSeed(seed, type), type, range, out value);
            value = seedInverted && value is bool flag ? !flag : value;
        }
        else if (node is not null)
        {
            origin = node.Path.AsSpan().SequenceEqual(path) ? node.Origin : $"{node.Origin} ({node.Key} means {key})";
            fault = ConfigConvert.FromToml(node.Value, type, range, out value);
            if (fault is not null)
            {
                Errors.Add(new ConfigError(node.File, node.Value.Position, $"{node.Key} {fault}"));
                return fallback;
            }
        }
        else
        {
            origin = "default";
            value = fallback;
            if (fallback is null && !isOptional)
            {
                Errors.Add(new ConfigError(FileName, null, $"{key} is missing; {range.Hint(type)}"));
                return null;
            }
        }

        if (fault is not null)
        {
            Errors.Add(new ConfigError(origin, null, $"{key} {fault}"));
            return fallback;
        }

        Items.Add(new ConfigItem(key, ConfigConvert.ToText(value), ConfigConvert.ToText(fallback), origin));
        return value;
    }

    private ConfigNode? Find(string[] path, string[][] aliases)
    {
        ConfigNode? found = null;
        foreach (string[] name in (string[][])[path, .. aliases])
        {
            _known.Add(string.Join('.', name));
            if (!nodes.TryGetValue(ConfigFile.KeyOf(name), out ConfigNode? node))
            {
                continue;
            }

            _used.Add(ConfigFile.KeyOf(name));
            if (found is not null)
            {
                Errors.Add(new ConfigError(node.File, node.KeyPosition, $"{node.Key} means {found.Key}, which is given too; remove one"));
            }

            found ??= node;
        }

        return found;
    }

    private string? Variable(string[] path, string[][] aliases, out string text)
    {
        string? found = null;
        text = "";
        foreach (string[] name in (string[][])[path, .. aliases])
        {
            string variable = Prefix + string.Join("__", name).ToUpperInvariant();
            _knownVariables.Add(variable);
            if (found is null && environment.TryGetValue(variable, out string? value))
            {
                (found, text) = (variable, value);
            }
        }

        return found;
    }

    // The earlier program knew its switches as on and off; on is the first level.
    private static string FromSeed(string text, Type type) =>
        type == typeof(int) && bool.TryParse(text, out bool isOn) ? (isOn ? "1" : "0") : text;

    private string? NearestSibling(ConfigNode node)
    {
        string section = string.Join('.', node.Path[..^1]) + ".";
        return Suggestion.Nearest(node.Path[^1], _known.Where(k => k.StartsWith(section, StringComparison.Ordinal)).Select(k => k[section.Length..]));
    }
}
