using OpenTrading.MetaTrader.Market;
using OpenTrading.MetaTrader.Protocol;
using OpenTrading.MetaTrader.Terminals;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.MetaTrader.Capabilities.Mt4;

/// <summary>The terminal that the mt4 tools speak of: the MT4 one, and where none is connected the MT5 one, which answers the same questions.</summary>
/// <param name="bridge">The terminals.</param>
internal sealed class Mt4Terminals(Bridge bridge)
{
    /// <summary>What every tool says without a terminal.</summary>
    public const string NotConnected = "MT4 terminal is not connected";

    private readonly TerminalCalls _mt4 = new(Platform.Mt4, bridge.Terminals);
    private readonly TerminalCalls _mt5 = new(Platform.Mt5, bridge.Terminals);

    /// <summary>The terminal.</summary>
    /// <exception cref="CapabilityException">None is connected.</exception>
    public Terminal Require() => _mt4.Current ?? _mt5.Current ?? throw Absent();

    /// <summary>How it is asked.</summary>
    public TerminalCalls Calls(Terminal terminal) => terminal.Platform == Platform.Mt4 ? _mt4 : _mt5;

    /// <summary>The newest prices of a symbol with its contract.</summary>
    /// <exception cref="CapabilityException">There is no such symbol, or no price of it.</exception>
    public async Task<(BrokerQuote Quote, SymbolSheet Sheet)> QuoteAsync(Terminal terminal, string symbol, CancellationToken cancellationToken)
    {
        try
        {
            string name = terminal.Symbols.NameOf(symbol) ?? throw NoQuote(symbol);
            SymbolSheet sheet = await terminal.Symbols.ReadAsync(terminal.Require(), name, cancellationToken).ConfigureAwait(false);
            if (terminal.Quotes.Find(name) is { } known)
            {
                return (known, sheet);
            }

            BrokerQuote asked = await Calls(terminal).AskAsync(terminal, "quote", m => m.With("symbol", name), BrokerQuote.Of, cancellationToken).ConfigureAwait(false);
            return asked.IsSound ? (asked, sheet) : throw NoQuote(symbol);
        }
        catch (Exception e) when (e is CapabilityException { Code: ErrorCode.DataUnavailable or ErrorCode.SymbolUnknown } or RefusedException)
        {
            throw NoQuote(symbol);
        }
        catch (Exception e) when (e is CapabilityException { Code: ErrorCode.NotConnected } or IOException or TimeoutException or ProtocolException)
        {
            throw Absent();
        }
    }

    /// <summary>The refusal of a price that is not there.</summary>
    public static CapabilityException NoQuote(string symbol) =>
        new(ErrorCode.DataUnavailable, $"No quote data available for {symbol}", "Verify that the broker has the symbol, and that it is in the market watch.");

    private static CapabilityException Absent() =>
        new(ErrorCode.NotConnected, NotConnected, "Attach the OpenTrading expert to a chart of the terminal; mt5_status says what the host sees.");
}
