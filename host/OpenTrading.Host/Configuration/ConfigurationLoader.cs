using System.Collections;
using System.Globalization;
using System.Reflection;
using OpenTrading.Host.Configuration.Binding;
using OpenTrading.Kernel.MarketStore;
using OpenTrading.Kernel.Risk;
using OpenTrading.Kernel.Risk.Gate;
using OpenTrading.Kernel.Signals;
using OpenTrading.Kernel.Sizing;
using OpenTrading.Risk;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;

namespace OpenTrading.Host.Configuration;

/// <summary>Reads a configuration whole, or refuses it with every fault it has.</summary>
internal static class ConfigurationLoader
{
    /// <summary>Name of the table of pins below <c>[plugins]</c>.</summary>
    public const string PinsSection = "pins";

    /// <summary>The configuration of <paramref name="path"/> with the environment's overrides.</summary>
    /// <param name="path">Its file.</param>
    /// <param name="environment">Variables; null takes those of the process.</param>
    /// <param name="instruments">Known instruments; null reads the file it names.</param>
    /// <exception cref="ConfigurationException">It has faults.</exception>
    public static HostConfiguration Load(
        string path, IReadOnlyDictionary<string, string>? environment = null, IReadOnlyDictionary<string, Instrument>? instruments = null)
    {
        var source = new ConfigSource(ConfigFile.Read(path), environment ?? ProcessEnvironment()) { FileName = path };
        var sections = typeof(HostConfiguration).GetProperties()
            .Where(p => p.GetCustomAttribute<ConfigSectionAttribute>() is not null)
            .ToDictionary(p => p, p => SectionBinder.Bind(p.PropertyType, [p.GetCustomAttribute<ConfigSectionAttribute>()!.Name], source));

        object? environmentName = source.Get([.. EnvironmentKey], typeof(TradingEnvironment), ConfigRange.Any, null);
        var risk = new RiskSection(source, environmentName is not TradingEnvironment.Demo and not TradingEnvironment.Live);
        IReadOnlyList<BoundRule> rules = risk.Bind(BuiltInRules.Types);
        StopSlippage slippage = risk.StopSlippage();
        var pluginRules = new PluginRules(source, risk);
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, ConfigNode>> strategies = StrategyParameters(source);

        var configuration = new HostConfiguration
        {
            File = path,
            Rules = rules,
            PluginRules = pluginRules,
            PluginSections = new PluginSections(source),
            Pins = Pins(source),
            Strategies = strategies,
            Risk = null!,
            Instruments = null!,
            BrokerDay = null!,
        };
        foreach ((PropertyInfo property, object section) in sections)
        {
            property.SetValue(configuration, section);
        }

        BrokerDay brokerDay = Day(source, "market.day_zone", configuration.Market.DayZone, configuration.Market.DayStart);
        CheckRun(source, configuration);
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        instruments = (instruments ?? InstrumentFile.Read(Path.Combine(folder, configuration.Market.Instruments), source.Errors))
            .ToDictionary(i => i.Key, i => slippage.On(i.Value), StringComparer.Ordinal);
        var naming = new MarketNaming { SourceOrder = configuration.Market.SourceOrder, Aliases = Aliases(source, instruments) };
        BrokerDay riskDay = Day(source, "risk.daily_dd_reference.zone", Effective(source, "risk.daily_dd_reference.zone"), Effective(source, "risk.daily_dd_reference.time"));
        var settings = new RiskSettings(
            risk.Hash(),
            Parse(Effective(source, "risk.trading_state.initial"), TradingState.ReduceOnly),
            riskDay,
            Parse(Effective(source, "risk.daily_dd_reference.ref"), DayReferenceKind.Max))
        {
            StopSlippage = slippage,
            InitialCapital = decimal.TryParse(Effective(source, "risk.total_dd_static.initial"), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal capital) ? capital : null,
        };
        RequireCapital(source, environmentName, settings);
        source.ReportUnknown(except: path => pluginRules.Owns(path) || PluginSections.Owns(path));
        return source.Errors.Count == 0
            ? configuration with { Instruments = instruments, Naming = naming, BrokerDay = brokerDay, Risk = settings, FileHash = risk.HashOfFiles(pluginRules.Awaited), Items = source.Items }
            : throw new ConfigurationException(source.Errors);
    }

    private static readonly string[] EnvironmentKey = ["risk", "env_lock", "env"];

    private static Dictionary<string, string> Pins(ConfigSource source)
    {
        var pins = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (ConfigNode node in source.Below("plugins", PinsSection).Where(source.Accept))
        {
            string pin = ConfigConvert.TextOf(node.Value);
            if (node.Path.Length != 3 || pin.Length != 64 || !pin.All(char.IsAsciiHexDigit))
            {
                source.Errors.Add(new ConfigError(node.File, node.Value.Position, $"{node.Path[^1]} is no pin; write PLUGIN = \"SHA-256\" as 'opentrading plugins verify' prints it"));
                continue;
            }

            pins[node.Path[2]] = pin;
        }

        return pins;
    }

    private static Dictionary<string, string> Aliases(ConfigSource source, IReadOnlyDictionary<string, Instrument> instruments)
    {
        var aliases = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (ConfigNode node in source.Below("market", "aliases").Where(source.Accept))
        {
            string symbol = ConfigConvert.TextOf(node.Value);
            if (node.Path.Length != 3 || !instruments.ContainsKey(symbol))
            {
                source.Errors.Add(new ConfigError(node.File, node.Value.Position, $"{node.Path[^1]} means '{symbol}', which is no instrument; write such as GOLD = \"XAUUSD\""));
                continue;
            }

            aliases[node.Path[2]] = symbol;
        }

        return aliases;
    }

    private static void CheckRun(ConfigSource source, HostConfiguration configuration)
    {
        Check("run.voting", configuration.Run.Voting, VotingMethods.Find(configuration.Run.Voting) is not null, $"write one of {string.Join(", ", VotingMethods.All.Select(m => m.Name))}");
        Check("run.source", configuration.Run.Source, configuration.Run.Source is "synthetic" or "file" or "mt5" or "mt4", "write synthetic, file, mt5 or mt4");
        try
        {
            SizerSpec.Parse(configuration.Run.Size);
        }
        catch (FormatException e)
        {
            source.Errors.Add(new ConfigError(configuration.File, null, $"run.size: {e.Message}"));
        }

        void Check(string key, string value, bool holds, string remedy)
        {
            if (!holds)
            {
                source.Errors.Add(new ConfigError(configuration.File, null, $"{key} is '{value}'; {remedy}"));
            }
        }
    }

    // What a real account has at the first start may be what it has lost already.
    private static void RequireCapital(ConfigSource source, object? environment, RiskSettings settings)
    {
        if (environment is TradingEnvironment.Live && settings.InitialCapital is null)
        {
            source.Errors.Add(new ConfigError(source.FileName, null, "risk.total_dd_static.initial is missing; write the initial capital of the live account, from which its total loss is measured"));
        }
    }

    private static BrokerDay Day(ConfigSource source, string key, string zone, string time)
    {
        try
        {
            return new BrokerDay(zone, TimeOnly.ParseExact(time, "HH:mm", CultureInfo.InvariantCulture).ToTimeSpan());
        }
        catch (Exception e) when (e is TimeZoneNotFoundException or FormatException or InvalidTimeZoneException)
        {
            source.Errors.Add(new ConfigError(source.FileName, null, $"{key}: '{zone}' at '{time}' is no day start; write an IANA zone and HH:mm"));
            return BrokerDay.Utc;
        }
    }

    private static IReadOnlyDictionary<string, IReadOnlyDictionary<string, ConfigNode>> StrategyParameters(ConfigSource source)
    {
        const string section = "strategies";
        return source.Below(section)
            .Where(n => n.Path.Length == 3 && source.Accept(n))
            .GroupBy(n => n.Path[1])
            .ToDictionary(g => g.Key, g => (IReadOnlyDictionary<string, ConfigNode>)g.ToDictionary(n => n.Path[2]));
    }

    private static string Effective(ConfigSource source, string key) => source.Items.FirstOrDefault(i => i.Key == key)?.Value ?? "";

    private static T Parse<T>(string text, T fallback)
        where T : struct, Enum => ConfigConvert.FromText(text, typeof(T), ConfigRange.Any, out object? value) is null && value is T parsed ? parsed : fallback;

    private static Dictionary<string, string> ProcessEnvironment() => Environment.GetEnvironmentVariables()
        .Cast<DictionaryEntry>()
        .ToDictionary(e => (string)e.Key, e => (string?)e.Value ?? "", StringComparer.Ordinal);
}
