using OpenTrading.Host.Configuration.Binding;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Host.Configuration;

/// <summary>Reads <c>instruments.toml</c>: one table an instrument.</summary>
internal static class InstrumentFile
{
    private static readonly string[] Days = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

    /// <summary>Instruments by symbol. Faults are added to <paramref name="errors"/>.</summary>
    public static IReadOnlyDictionary<string, Instrument> Read(string path, List<ConfigError> errors)
    {
        Dictionary<string, ConfigNode> nodes;
        try
        {
            nodes = ConfigFile.Read(path, "put it beside the configuration, or set market.instruments to where it is");
        }
        catch (ConfigurationException e)
        {
            errors.AddRange(e.Errors);
            return new Dictionary<string, Instrument>();
        }

        var source = new ConfigSource(nodes, new Dictionary<string, string>()) { FileName = path };
        var instruments = nodes.Values.Where(n => n.Path.Length > 1).Select(n => n.Path[0]).Distinct()
            .ToDictionary(symbol => symbol, symbol => One(symbol, source), StringComparer.Ordinal);
        source.ReportUnknown();
        errors.AddRange(source.Errors);
        return instruments;
    }

    private static Instrument One(string symbol, ConfigSource source)
    {
        T Get<T>(string key, T fallback, double min = double.NegativeInfinity, double max = double.PositiveInfinity) =>
            (T)(source.Get([symbol, key], typeof(T), new ConfigRange(min, max), fallback) ?? fallback!);

        T Must<T>(string key, T placeholder, double min = double.NegativeInfinity, double max = double.PositiveInfinity) =>
            (T)(source.Get([symbol, key], typeof(T), new ConfigRange(min, max), null) ?? placeholder!);

        return new Instrument
        {
            Symbol = symbol,
            Digits = Must("digits", 5, 0, 8),
            ContractSize = Must("contract_size", 1m, 1e-6, 1e9),
            BaseCurrency = Must("base", ""),
            ProfitCurrency = Must("profit", ""),
            AssetClass = Get("class", AssetClass.Fx),
            TickSize = Get("tick_size", 0m, 0, 1e6),
            Pip = Get("pip", 0m, 0, 1e6),
            VolumeMin = Get("volume_min", 0.01m, 1e-8, 1e6),
            VolumeStep = Get("volume_step", 0.01m, 1e-8, 1e6),
            VolumeMax = Get("volume_max", 100m, 1e-8, 1e9),
            SwapMode = Get("swap_mode", SwapMode.Points),
            SwapLong = Get("swap_long", 0m),
            SwapShort = Get("swap_short", 0m),
            TripleSwapDay = Get("triple_swap", DayOfWeek.Wednesday),
            TypicalSpreadPoints = Get("typical_spread_points", 0, 0, 1e6),
            CommissionPerLot = Get("commission_per_lot", 0m, 0, 1e6),
            Sessions = Sessions(symbol, Get("sessions", Array.Empty<string>()), source),
        };
    }

    // "sunday 22:00-24:00", UTC
    private static List<TradingSession> Sessions(string symbol, string[] texts, ConfigSource source)
    {
        var sessions = new List<TradingSession>(texts.Length);
        foreach (string text in texts)
        {
            string[] parts = text.Split([' ', '-'], 3);
            int day = parts.Length == 3 ? Array.IndexOf(Days, parts[0].ToLowerInvariant()) : -1;
            if (day >= 0 && Clock(parts[1]) is { } from && Clock(parts[2]) is { } to && from < to)
            {
                sessions.Add(new TradingSession((DayOfWeek)day, from, to));
            }
            else
            {
                source.Errors.Add(new ConfigError(source.FileName, null, $"[{symbol}] sessions holds '{text}'; write 'monday 00:00-24:00', UTC"));
            }
        }

        return sessions;
    }

    private static TimeSpan? Clock(string text) =>
        text.Length == 5 && text[2] == ':' && int.TryParse(text[..2], out int hours) && int.TryParse(text[3..], out int minutes)
        && hours <= 24 && minutes < 60 && (hours < 24 || minutes == 0)
            ? new TimeSpan(hours, minutes, 0)
            : null;
}
