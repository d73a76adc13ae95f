using OpenTrading.MetaTrader.Brokers;
using OpenTrading.MetaTrader.Market;
using OpenTrading.MetaTrader.Protocol;
using OpenTrading.MetaTrader.Terminals;
using OpenTrading.Sdk.Plugins;

namespace OpenTrading.MetaTrader;

/// <summary>All that the parts of the plugin share: the terminals, and what is made of what they tell.</summary>
internal sealed class Bridge
{
    /// <summary>A bridge without a terminal yet.</summary>
    public Bridge(BridgeOptions options, IPluginContext context)
    {
        Options = options;
        Time = BrokerTime.Parse(options.BrokerTimezone);
        Terminals = new TerminalSet(context.Instruments, SymbolResolver.Parse(options.Aliases), context.Wall);
        History = new HistoryReader(Time, context.Wall);
        Kept = new KeptHistory(context);
        Brokerage = new Brokerage(options, Terminals, () => context.Notes, context.Wall);
        Mt5 = new TerminalSource(Platform.Mt5, this, context);
        Mt4 = new TerminalSource(Platform.Mt4, this, context);
    }

    /// <summary>As configured.</summary>
    public BridgeOptions Options { get; }

    /// <summary>The broker's reckoning of time.</summary>
    public BrokerTime Time { get; }

    /// <summary>The terminals.</summary>
    public TerminalSet Terminals { get; }

    /// <summary>Reads history off terminals.</summary>
    public HistoryReader History { get; }

    /// <summary>History of terminals in the host's store.</summary>
    public KeptHistory Kept { get; }

    /// <summary>The terminals as brokers.</summary>
    public Brokerage Brokerage { get; }

    /// <summary>Prices of MT5 terminals.</summary>
    public TerminalSource Mt5 { get; }

    /// <summary>Prices of MT4 terminals.</summary>
    public TerminalSource Mt4 { get; }

    /// <summary>Prices of a kind of terminal.</summary>
    public TerminalSource SourceOf(Platform platform) => platform == Platform.Mt5 ? Mt5 : Mt4;

    /// <summary>Tells what is still to be told, and puts what is not yet in the store there.</summary>
    public async Task StopAsync()
    {
        await Brokerage.DisposeAsync().ConfigureAwait(false);
        await Kept.DisposeAsync().ConfigureAwait(false);
    }
}
