using System.Reflection;
using OpenTrading.Host.Configuration.Binding;
using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.Risk;
using OpenTrading.Kernel.Risk.Gate;
using OpenTrading.Sdk.Risk;

namespace OpenTrading.Host.Configuration;

/// <summary>Binds <c>[risk]</c> to the rules: their parameters are their constructors' parameters. There is no key that leaves a rule out.</summary>
internal sealed class RiskSection(ConfigSource source, bool isSimulated)
{
    public const string Section = "risk";

    /// <summary>Table of what is assumed where money at risk is reckoned; no rule.</summary>
    public const string Money = "money";

    /// <summary>Most points of slippage at a stop.</summary>
    public const double MostSlippage = 1000;

    private static readonly string[] HashedSections = [Section, "approval", "kill", "security", "accounts"];

    // Names of the earlier program, same unit.
    private static readonly Dictionary<string, (string Alias, string SeedName)> Aliases = new()
    {
        ["risk_per_trade_max.frac"] = ("max_risk_per_trade", "MAX_RISK_PER_TRADE"),
        ["daily_loss_max.frac"] = ("max_daily_loss", "MAX_DAILY_LOSS"),
        ["min_signal_confidence.value"] = ("min_signal_confidence", "MIN_SIGNAL_CONFIDENCE"),
        ["reward_risk_min.ratio"] = ("min_reward_risk", "MIN_REWARD_RISK"),
        ["env_lock.live_enabled"] = ("live_enabled", "ENABLE_LIVE_ORDER"),
    };

    /// <summary>Ids of the rules that were bound, or tried to.</summary>
    public HashSet<string> Known { get; } = new(StringComparer.Ordinal);

    /// <summary>Slippage that is assumed at stops.</summary>
    public StopSlippage StopSlippage()
    {
        Known.Add(Money);
        var range = new ConfigRange(0, MostSlippage);
        decimal general = (decimal)source.Get([Section, Money, "sl_slippage_points"], typeof(decimal), range, 0m)!;
        return new StopSlippage(general, source.Below(Section, Money, "symbols").Select(n => n.Path[3]).Distinct()
            .ToDictionary(symbol => symbol, symbol => (decimal)source.Get([Section, Money, "symbols", symbol], typeof(decimal), range, general)!, StringComparer.Ordinal));
    }

    /// <summary>Hash of everything in force that decides about an order.</summary>
    /// <param name="code">Hashes of the plugins whose rules are in force, by plugin.</param>
    public string Hash(IEnumerable<KeyValuePair<string, string>>? code = null) => Hash((code ?? []).Select(p => KeyValuePair.Create($"plugin:{p.Key}", p.Value)), []);

    /// <summary>Hash of everything in the files that decides about an order, limits included whose rules are not known before the plugins are.</summary>
    /// <param name="awaited">Those limits.</param>
    public string HashOfFiles(IEnumerable<ConfigNode> awaited) => Hash([], awaited.Select(n => KeyValuePair.Create($"file:{n.Key}", ConfigConvert.TextOf(n.Value))));

    private string Hash(IEnumerable<KeyValuePair<string, string>> code, IEnumerable<KeyValuePair<string, string>> awaited)
    {
        var effective = new JournalPayload();
        foreach (ConfigItem item in source.Items.Where(i => HashedSections.Contains(i.Key.Split('.')[0])).OrderBy(i => i.Key, StringComparer.Ordinal))
        {
            effective[item.Key] = item.Value;
        }

        foreach ((string key, string value) in code.Concat(awaited).OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            effective[key] = value;
        }

        return CanonicalHash.Of(CanonicalHash.ConfigTag, effective);
    }

    /// <summary>Binds all rules. A rule that cannot be bound is left out of the result; its error stands in the source.</summary>
    public IReadOnlyList<BoundRule> Bind(IEnumerable<Type> types) => Bind(types, (declaration, rule, bySymbol) => new BoundRule(declaration, rule, bySymbol));

    /// <summary>Binds rules in another way.</summary>
    /// <param name="types">Classes of the rules.</param>
    /// <param name="bound">Binds a rule that was made.</param>
    /// <param name="make">Makes a rule; null calls the constructor.</param>
    public IReadOnlyList<BoundRule> Bind(
        IEnumerable<Type> types,
        Func<RiskRuleAttribute, IRiskRule, IReadOnlyDictionary<string, IRiskRule>, BoundRule> bound,
        Func<ConstructorInfo, object?[], IRiskRule>? make = null)
    {
        make ??= (constructor, values) => (IRiskRule)constructor.Invoke(values);
        var rules = new List<BoundRule>();
        foreach (Type type in types)
        {
            RiskRuleAttribute declaration = type.GetCustomAttribute<RiskRuleAttribute>()
                ?? throw new InvalidOperationException($"{type} has no [RiskRule]; add one.");
            Known.Add(declaration.Id);
            ConstructorInfo constructor = type.GetConstructors().Single();
            ParameterInfo[] parameters = constructor.GetParameters();
            object?[] values = [.. parameters.Select(p => Value(declaration.Id, p))];
            if (!parameters.Zip(values).All(pair => pair.Second is not null || IsOptional(pair.First)))
            {
                continue;
            }

            if (Made(make, constructor, values, declaration.Id) is not { } rule)
            {
                continue;
            }

            var bySymbol = new Dictionary<string, IRiskRule>(StringComparer.Ordinal);
            foreach (string symbol in source.Below(Section, declaration.Id, "symbols").Select(n => n.Path[3]).Distinct())
            {
                object?[] special = [.. parameters.Select((p, i) => Override(declaration.Id, symbol, p, parameters, values[i]))];
                if (Made(make, constructor, special, $"{declaration.Id}.symbols.{symbol}") is { } own)
                {
                    bySymbol[symbol] = own;
                }
            }

            rules.Add(bound(declaration, rule, bySymbol));
        }

        return rules;
    }

    // A text that only the rule itself can read, such as a window of hours, may be none.
    private IRiskRule? Made(Func<ConstructorInfo, object?[], IRiskRule> make, ConstructorInfo constructor, object?[] values, string where)
    {
        try
        {
            return make(constructor, values);
        }
        catch (TargetInvocationException e) when (e.InnerException is FormatException or TimeZoneNotFoundException or InvalidTimeZoneException)
        {
            source.Errors.Add(new ConfigError(source.FileName, null, $"{Section}.{where}: {e.InnerException.Message.TrimEnd('.')}"));
            return null;
        }
    }

    private object? Value(string rule, ParameterInfo parameter)
    {
        RiskParameterAttribute declaration = Declaration(parameter);
        string name = declaration.Name ?? parameter.Name!;
        bool isAliased = Aliases.TryGetValue($"{rule}.{name}", out (string Alias, string SeedName) alias);
        return source.Get(
            [Section, rule, name],
            parameter.ParameterType,
            Range(declaration),
            Default(declaration, parameter.ParameterType),
            IsOptional(parameter),
            isAliased ? alias.SeedName : null,
            aliases: isAliased ? [[Section, alias.Alias]] : null);
    }

    private object? Override(string rule, string symbol, ParameterInfo parameter, ParameterInfo[] all, object? general)
    {
        RiskParameterAttribute declaration = Declaration(parameter);
        if (!declaration.PerSymbol)
        {
            return general;
        }

        // With one parameter that symbols may override the value stands alone; with several each is named.
        bool isOnly = all.Count(p => Declaration(p).PerSymbol) == 1;
        string[] path = isOnly ? [Section, rule, "symbols", symbol] : [Section, rule, "symbols", symbol, declaration.Name ?? parameter.Name!];
        return source.Get(path, parameter.ParameterType, Range(declaration), general, IsOptional(parameter));
    }

    private object? Default(RiskParameterAttribute declaration, Type type)
    {
        object? value = isSimulated ? declaration.Paper : declaration.Live ?? declaration.Paper;
        if (value is null || (value is "none" && type != typeof(string)))
        {
            return null;
        }

        Type wanted = Nullable.GetUnderlyingType(type) ?? type;
        return wanted == typeof(decimal) ? Convert.ToDecimal(value, System.Globalization.CultureInfo.InvariantCulture) : value;
    }

    private static bool IsOptional(ParameterInfo parameter) => Nullable.GetUnderlyingType(parameter.ParameterType) is not null;

    private static ConfigRange Range(RiskParameterAttribute declaration) => new(declaration.Min, declaration.Max);

    private static RiskParameterAttribute Declaration(ParameterInfo parameter) => parameter.GetCustomAttribute<RiskParameterAttribute>()
        ?? throw new InvalidOperationException($"{parameter.Member.DeclaringType} {parameter.Name} has no [RiskParameter]; add one.");
}
