using System.Globalization;
using System.Reflection;
using System.Text;
using OpenTrading.Host.Configuration.Binding;
using OpenTrading.Sdk.Plugins;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Host.Configuration.Reference;

/// <summary>Every key of the configuration as a page of Markdown, made of the records that the keys are bound to.</summary>
internal static class ConfigurationReference
{
    private const string Head = """
        # Configuration

        `opentrading config reference` prints this page. A file is TOML; `extends = "other.toml"` takes over another one, whose keys it may set again. Every key can be
        set by the environment too, as `OPENTRADING__SECTION__KEY`. A file with a fault refuses to start; all of its faults are listed with file, line and column.
        `opentrading config check` shows what is in force and where each value comes from.

        """;

    private static readonly (OrderClass Class, string Name)[] Judged =
    [
        (OrderClass.Entry, "entries"), (OrderClass.Raise, "changes that raise risk"), (OrderClass.Tighten, "other changes"), (OrderClass.Reduce, "partial closes"), (OrderClass.Close, "closes"),
    ];

    /// <summary>The page.</summary>
    /// <param name="rules">Types of the rules of the gate.</param>
    /// <param name="plugins">Records of options of plugins, by section.</param>
    public static string Of(IEnumerable<Type> rules, IReadOnlyDictionary<string, Type> plugins)
    {
        var page = new StringBuilder(Head);
        foreach (PropertyInfo property in typeof(HostConfiguration).GetProperties())
        {
            if (property.GetCustomAttribute<ConfigSectionAttribute>() is { } section)
            {
                IEnumerable<PropertyInfo> keys = Keys(property.PropertyType);
                if (plugins.TryGetValue(section.Name, out Type? more))
                {
                    keys = keys.Concat(Keys(more)).DistinctBy(p => p.GetCustomAttribute<OptionAttribute>()!.Name);
                }

                Section(page, section.Name, section.Description, keys);
            }
        }

        foreach ((string name, Type type) in plugins.Where(p => p.Key.Contains('.', StringComparison.Ordinal)))
        {
            Section(page, name, $"Of the plugin {name.Split('.')[^1]}.", Keys(type));
        }

        page.Append(CultureInfo.InvariantCulture, $"\n## [risk.money]\n\nWhat is assumed wherever the money at risk is reckoned. A symbol has its own under `[risk.money.symbols]`.\n\n| key | default | range | what |\n|---|---|---|---|\n");
        page.Append(CultureInfo.InvariantCulture, $"| `sl_slippage_points` | `0` | {new ConfigRange(0, RiskSection.MostSlippage)} | how much worse than its level a stop is filled, points |\n");
        page.Append("\n## [risk]\n\nThe rules of the gate, in the order in which verdicts are reported. None can be left out.\n");
        foreach (Type rule in rules)
        {
            Rule(page, rule);
        }

        return page.ToString();
    }

    private static IEnumerable<PropertyInfo> Keys(Type type) => type.GetProperties().Where(p => p.GetCustomAttribute<OptionAttribute>() is not null);

    private static void Section(StringBuilder page, string name, string description, IEnumerable<PropertyInfo> keys)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n## [{name}]\n\n{description}\n\n| key | default | range | what |\n|---|---|---|---|\n");
        foreach (PropertyInfo property in keys)
        {
            OptionAttribute key = property.GetCustomAttribute<OptionAttribute>()!;
            string preset = Text(property.GetValue(Activator.CreateInstance(property.DeclaringType!)));
            page.Append(CultureInfo.InvariantCulture, $"| `{key.Name}` | {preset} | {Range(property.PropertyType, key.Min, key.Max)} | {key.Description} |\n");
        }
    }

    private static void Rule(StringBuilder page, Type type)
    {
        RiskRuleAttribute rule = type.GetCustomAttribute<RiskRuleAttribute>()!;
        page.Append(CultureInfo.InvariantCulture, $"\n### {rule.Id}\n\n{rule.Description} Judges: {Judges(rule)}. Remedy: {rule.Remedy}.\n");
        ParameterInfo[] parameters = type.GetConstructors().Single().GetParameters();
        if (parameters.Length > 0)
        {
            page.Append("\n| parameter | paper | demo, live | range | a symbol | what |\n|---|---|---|---|---|---|\n");
        }

        foreach (ParameterInfo parameter in parameters)
        {
            RiskParameterAttribute declared = parameter.GetCustomAttribute<RiskParameterAttribute>()!;
            object? live = declared.Live ?? declared.Paper;
            page.Append(
                CultureInfo.InvariantCulture,
                $"| `{declared.Name ?? parameter.Name}` | {Preset(declared.Paper)} | {Preset(live)} | {Range(parameter.ParameterType, declared.Min, declared.Max)} | {(declared.PerSymbol ? "yes" : "")} | {declared.Description} |\n");
        }
    }

    private static string Judges(RiskRuleAttribute rule) =>
        rule.Classes == OrderClass.All ? "every order" : string.Join(", ", Judged.Where(j => rule.Classes.HasFlag(j.Class)).Select(j => j.Name));

    private static string Preset(object? value) => value is null ? "must be given" : Text(value);

    private static string Text(object? value) => value switch
    {
        null or "none" => "none",
        "" => "",
        string text => $"`{text}`",
        bool flag => flag ? "`true`" : "`false`",
        string[] { Length: 0 } => "`[]`",
        string[] list => $"`[{string.Join(", ", list.Select(t => $"\"{t}\""))}]`",
        Enum one => $"`{ConfigConvert.SnakeCase(one.ToString())}`",
        _ => $"`{Convert.ToString(value, CultureInfo.InvariantCulture)}`",
    };

    private static string Range(Type type, double min, double max)
    {
        Type wanted = Nullable.GetUnderlyingType(type) ?? type;
        return wanted.IsEnum ? string.Join(", ", ConfigConvert.EnumNames(wanted))
            : double.IsFinite(min) || double.IsFinite(max) ? new ConfigRange(min, max).ToString()
            : wanted == typeof(bool) ? "true, false"
            : wanted == typeof(string[]) ? "texts"
            : wanted == typeof(string) ? "text"
            : "number";
    }
}
