using System.Reflection;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>An indicator that can be made by name: what its class declares of itself.</summary>
/// <threadsafety>Immutable.</threadsafety>
public sealed class IndicatorDefinition
{
    private readonly ParameterList _parameters;
    private readonly Lazy<Shown> _shown;

    private IndicatorDefinition(Type type, IndicatorAttribute declaration)
    {
        _parameters = ParameterList.Of(type);
        Name = NameOf(declaration.Id);
        Title = declaration.Title;
        Kind = declaration.Kind;
        Formula = declaration.Formula;
        Repaints = type.IsAssignableTo(typeof(IRevisesPast));
        NeedsReference = type.IsAssignableTo(typeof(IPairIndicator));
        TakesNumbers = type.IsAssignableTo(typeof(SeriesIndicator)) || IsGenericSeries(type);
        _shown = new Lazy<Shown>(() => Shown.Of(declaration, Name, Make(Default.Arguments)));
    }

    /// <summary>Lower-case name, words joined by underscores, such as <c>stoch_rsi</c>.</summary>
    public string Name { get; }

    /// <summary>Full name, as the field writes it.</summary>
    public string Title { get; }

    /// <summary>What it measures.</summary>
    public IndicatorKind Kind { get; }

    /// <summary>The formula in one line of plain text.</summary>
    public string Formula { get; }

    /// <summary>Whether some of its values become known only after their bar (see <see cref="IRevisesPast"/>).</summary>
    public bool Repaints { get; }

    /// <summary>Whether it can be computed from any series of numbers, such as another indicator, and not from bars alone.</summary>
    public bool TakesNumbers { get; }

    /// <summary>Whether it compares the bars with those of a second series (see <see cref="IPairIndicator"/>), without which it has no value.</summary>
    public bool NeedsReference { get; }

    /// <summary>Its parameters, in order.</summary>
    public IReadOnlyList<ParameterDefinition> Parameters => _parameters.Items;

    /// <summary>Names of its outputs, in camel case, the main one first; an only one bears the name of the indicator.</summary>
    public IReadOnlyList<string> Outputs => _shown.Value.Names;

    /// <summary>The indicator with the default of every parameter.</summary>
    public IndicatorSetup Default => new(this, _parameters.Bind(Name, new Dictionary<string, string>()));

    /// <summary>Where each output stands among those of the class.</summary>
    internal IReadOnlyList<int> OutputIndexes => _shown.Value.Indexes;

    /// <summary>Reads the declaration of an indicator.</summary>
    /// <param name="type">A class with <see cref="IndicatorAttribute"/>.</param>
    /// <exception cref="ArgumentException">It is no indicator, or has not one public constructor.</exception>
    public static IndicatorDefinition Of(Type type)
    {
        IndicatorAttribute declaration = type.GetCustomAttribute<IndicatorAttribute>() ?? throw new ArgumentException($"{type} has no [Indicator(...)]; add one.");
        return type.IsAssignableTo(typeof(IIndicator)) ? new IndicatorDefinition(type, declaration) : throw new ArgumentException($"{type} is marked as indicator; derive it from one of the indicator classes.");
    }

    /// <summary>The name by which an identifier is found: lower-case, underscores for hyphens.</summary>
    public static string NameOf(string id) => id.Replace('-', '_').ToLowerInvariant();

    /// <summary>The indicator with some parameters set.</summary>
    /// <param name="arguments">Values as text by parameter; letter case and underscores in names do not count.</param>
    /// <exception cref="FormatException">A name is unknown, a value is wrong or out of its range, or the values do not fit each other.</exception>
    public IndicatorSetup Bind(IReadOnlyDictionary<string, string> arguments)
    {
        var setup = new IndicatorSetup(this, _parameters.Bind(Name, arguments));
        Make(setup.Arguments);
        return setup;
    }

    internal IIndicator Make(IReadOnlyList<object?> arguments) => (IIndicator)_parameters.Create(Name, arguments);

    private static bool IsGenericSeries(Type type)
    {
        for (Type? t = type; t is not null; t = t.BaseType)
        {
            if (t.IsGenericType && t.GetGenericTypeDefinition() == typeof(SeriesIndicator<>))
            {
                return true;
            }
        }

        return false;
    }

    private sealed record Shown(IReadOnlyList<string> Names, IReadOnlyList<int> Indexes)
    {
        public static Shown Of(IndicatorAttribute declaration, string name, IIndicator indicator)
        {
            List<string> own = [.. indicator.Outputs];
            string[][] shown = declaration.Outputs.Length > 0 ? [.. declaration.Outputs.Select(o => o.Split('='))] : [.. own.Select(o => (string[])[o])];
            int[] indexes = [.. shown.Select(o => own.IndexOf(o[^1]))];
            int missing = Array.IndexOf(indexes, -1);
            return missing >= 0
                ? throw new ArgumentException($"indicator {name} shows '{shown[missing][^1]}', which is none of its outputs {string.Join(", ", own)}.")
                : new Shown(shown.Length == 1 ? [name] : [.. shown.Select(o => o[0])], indexes);
        }
    }
}
