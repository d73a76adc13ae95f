using OpenTrading.Host.Configuration.Binding;

namespace OpenTrading.Host.Configuration.Sections;

/// <summary>Instruments and the broker's day.</summary>
internal sealed record MarketOptions
{
    [ConfigKey("instruments", "file of the instruments, beside this one")]
    public string Instruments { get; init; } = "instruments.toml";

    [ConfigKey("day_zone", "IANA zone in which a broker day begins")]
    public string DayZone { get; init; } = "America/New_York";

    [ConfigKey("day_start", "local time at which a broker day begins, HH:mm")]
    public string DayStart { get; init; } = "17:00";

    [ConfigKey("source_order", "sources in which a symbol without prefix is looked for, first to last")]
    public string[] SourceOrder { get; init; } = ["mt5", "mt4", "file", "synthetic"];
}
