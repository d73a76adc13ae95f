using OpenTrading.Sdk.Calendars;
using OpenTrading.Sdk.Charts;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Desks;
using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Signals;

namespace OpenTrading.Sdk.Plugins;

/// <summary>
/// What a plugin may know of its host. It takes the parts it needs while it registers and uses them afterwards: registering is done in commands
/// without a running host too, and there nothing answers yet.
/// </summary>
/// <threadsafety>Safe from any thread.</threadsafety>
public interface IPluginContext
{
    /// <summary>The host's market time, which may run faster than the wall's. What has to do with prices goes by it.</summary>
    TimeProvider Clock { get; }

    /// <summary>The machine's clock, for what has to do with other machines: timeouts, heartbeats, retries. A plugin reads no other two.</summary>
    TimeProvider Wall { get; }

    /// <summary>Seed for everything that looks random; the same seed gives the same run.</summary>
    int Seed { get; }

    /// <summary>Where the broker's day begins.</summary>
    BrokerDay Day { get; }

    /// <summary>The stored market history, as it was imported.</summary>
    IBarStore Store { get; }

    /// <summary>Where a source of this plugin keeps its own history.</summary>
    IHistoryKeeper History { get; }

    /// <summary>Known instruments by symbol.</summary>
    IReadOnlyDictionary<string, Instrument> Instruments { get; }

    /// <summary>Prices of every source by symbol: what nearly every plugin reads instead of <see cref="Store"/>.</summary>
    IMarketData Market { get; }

    /// <summary>The indicators of the SDK and of the plugins that are loaded now.</summary>
    IIndicatorCatalog Indicators { get; }

    /// <summary>The record of signals.</summary>
    ISignals Signals { get; }

    /// <summary>Where orders of callers go: to the paper account, or to a human. Nothing is sent through it.</summary>
    IOrderDesk Orders { get; }

    /// <summary>The economic calendar.</summary>
    IEconomicCalendar Calendar { get; }

    /// <summary>The named lists of symbols.</summary>
    IWatchlists Watchlists { get; }

    /// <summary>Where pictures are kept that callers read again.</summary>
    IChartShelf Charts { get; }

    /// <summary>What the plugin keeps between runs.</summary>
    IPluginState State { get; }

    /// <summary>What the plugin keeps that grows.</summary>
    IPluginRecords Records { get; }

    /// <summary>Where the plugin writes down what happened.</summary>
    IJournalNotes Notes { get; }

    /// <summary>What happens in the host, and where the plugin tells what happened to it.</summary>
    IEvents Events { get; }

    /// <summary>Text of a file that holds a secret, such as a token, without white space around it; null when there is no such file, or nothing in it.</summary>
    /// <param name="file">Path; a relative one counts from the home.</param>
    /// <exception cref="FormatException">The file cannot be read, or is longer than 4 KiB; the message says what to do.</exception>
    string? Secret(string file);

    /// <summary>Full path of a file or folder that the configuration names; a relative one counts from the home.</summary>
    /// <param name="path">Path; never one that a caller or a text from outside names.</param>
    /// <exception cref="FormatException">It is no path.</exception>
    string PathInHome(string path);

    /// <summary>The plugin's section of the configuration, bound and checked. Asked for while the plugin registers.</summary>
    /// <typeparam name="TOptions">
    /// A record with <see cref="PluginOptionsAttribute"/>, whose properties carry <see cref="OptionAttribute"/>. Their initial values are the defaults.
    /// </typeparam>
    /// <exception cref="ArgumentException">The type declares no section, or another plugin's.</exception>
    /// <exception cref="FormatException">A value of the section is wrong; the message names its place. The plugin is refused with it.</exception>
    TOptions Options<TOptions>()
        where TOptions : class, new();
}
