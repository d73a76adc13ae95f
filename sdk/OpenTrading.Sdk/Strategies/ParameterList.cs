using System.Reflection;
using OpenTrading.Sdk.Naming;

namespace OpenTrading.Sdk.Strategies;

/// <summary>The parameters of a strategy or indicator in the order of its constructor, and how it is made from values by name.</summary>
/// <threadsafety>Immutable.</threadsafety>
public sealed class ParameterList
{
    private readonly ConstructorInfo _constructor;

    private ParameterList(ConstructorInfo constructor)
    {
        _constructor = constructor;
        Items = [.. constructor.GetParameters().Select(p => new ParameterDefinition(p))];
    }

    /// <summary>The parameters.</summary>
    public IReadOnlyList<ParameterDefinition> Items { get; }

    /// <summary>Parameters of the only public constructor of a type.</summary>
    /// <exception cref="ArgumentException">It has none, or several.</exception>
    public static ParameterList Of(Type type) => type.GetConstructors() is [{ } only]
        ? new ParameterList(only)
        : throw new ArgumentException($"{type} must have exactly one public constructor.");

    /// <summary>Values by name, those of the second before those of the first; letter case, hyphens and underscores in names do not count.</summary>
    /// <param name="values">Values by name.</param>
    /// <param name="stronger">Values that take the place of them.</param>
    public static IReadOnlyDictionary<string, string> Merge(IReadOnlyDictionary<string, string> values, IReadOnlyDictionary<string, string> stronger)
    {
        HashSet<string> taken = [.. stronger.Keys.Select(Plain)];
        return values.Where(v => !taken.Contains(Plain(v.Key))).Concat(stronger).ToDictionary(v => v.Key, v => v.Value, StringComparer.Ordinal);
    }

    /// <summary>One value a parameter: the given ones, the defaults for the rest.</summary>
    /// <param name="subject">Name of what is made, for messages.</param>
    /// <param name="values">Values as text by name; letter case, hyphens and underscores in names do not count.</param>
    /// <exception cref="FormatException">A name is unknown or given twice, a value is wrong, or one without default is missing.</exception>
    public IReadOnlyList<object?> Bind(string subject, IReadOnlyDictionary<string, string> values)
    {
        var given = new Dictionary<string, KeyValuePair<string, string>>(StringComparer.Ordinal);
        foreach (KeyValuePair<string, string> value in values)
        {
            if (!given.TryAdd(Plain(value.Key), value))
            {
                throw new FormatException($"{subject}: {value.Key} is given twice.");
            }
        }

        object?[] arguments = [.. Items.Select(p => given.Remove(Plain(p.Name), out KeyValuePair<string, string> value) ? Parse(p, value.Value) : Default(p))];
        return given.Count == 0 ? arguments : throw Unknown(subject, given.Values.First().Key);

        object Parse(ParameterDefinition parameter, string text)
        {
            try
            {
                return parameter.Parse(text);
            }
            catch (FormatException e)
            {
                throw new FormatException($"{subject}: {e.Message}");
            }
        }

        object? Default(ParameterDefinition parameter) =>
            parameter.HasDefault ? parameter.DefaultValue : throw new FormatException($"{subject}: {parameter.Name} has no default; set it.");
    }

    /// <summary>Makes the strategy or indicator.</summary>
    /// <param name="subject">Name of what is made, for messages.</param>
    /// <param name="arguments">What <see cref="Bind"/> gave.</param>
    /// <exception cref="FormatException">Its constructor refuses the values; the message says why.</exception>
    public object Create(string subject, IReadOnlyList<object?> arguments)
    {
        try
        {
            return _constructor.Invoke([.. arguments]);
        }
        catch (TargetInvocationException e)
        {
            string why = e.InnerException is ArgumentOutOfRangeException refused ? FirstLine(refused.Message) : e.InnerException?.Message ?? e.Message;
            throw new FormatException($"{subject}: {why}", e);
        }
    }

    private FormatException Unknown(string subject, string name)
    {
        string near = Suggestion.Nearest(name, Items.Select(p => p.Name)) is { } guess ? $"did you mean {guess}?"
            : Items.Count > 0 ? $"it has {string.Join(", ", Items.Select(p => p.Name))}."
            : "it has none.";
        return new FormatException($"{subject} has no parameter '{name}'; {near}");
    }

    // .NET adds name and value of the argument in lines of their own; the first one says it all.
    private static string FirstLine(string message)
    {
        string first = message.Split('\n', 2)[0].TrimEnd();
        int added = first.IndexOf(" (Parameter '", StringComparison.Ordinal);
        return added < 0 ? first : first[..added];
    }

    private static string Plain(string name) => name.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();
}
