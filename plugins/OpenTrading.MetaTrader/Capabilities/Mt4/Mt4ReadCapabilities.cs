using System.ComponentModel;
using OpenTrading.MetaTrader.Market;
using OpenTrading.MetaTrader.Terminals;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Desks;
using OpenTrading.Sdk.Plugins;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.MetaTrader.Capabilities.Mt4;

/// <summary>The mt4 tools that read: on a paper host the book <c>mt4</c> of the paper account, else the terminal.</summary>
public sealed class Mt4ReadCapabilities
{
    private static readonly TimeSpan FreshQuote = TimeSpan.FromSeconds(10);

    private readonly IPluginContext _context;
    private readonly Mt4Terminals _terminals;

    internal Mt4ReadCapabilities(Bridge bridge, IPluginContext context) => (_context, _terminals) = (context, new Mt4Terminals(bridge));

    private bool IsPaper => _context.Orders.Access == OrderAccess.Paper;

    /// <summary>The account.</summary>
    [Capability("mt4_get_account", "mt4", Effect.Read, "GET /mt4/account", Shape = typeof(Mt4Shapes.Account), Errors = [ErrorCode.NotConnected])]
    [Description("Balance, equity and margin of the MT4 account; on a paper host, of the paper account.")]
    public async Task<RawResult> GetAccount(ICallContext call)
    {
        Terminal terminal = _terminals.Require();
        if (IsPaper)
        {
            AccountSnapshot paper = _context.Orders.Account;
            return Answer(
                new Mt4Account(
                    paper.Balance.At(2),
                    paper.Equity.At(2),
                    paper.Margin.At(2),
                    (paper.Equity - paper.Margin).At(2),
                    (paper.Margin > 0 ? paper.Equity / paper.Margin * 100 : 0).At(2),
                    (paper.Equity - paper.Balance).At(2),
                    paper.Currency,
                    (long)(paper.Leverage ?? 1),
                    "Paper Account",
                    paper.Login,
                    "OpenTrading"),
                Mt4Book.Facts("paper", terminal.Source, paper.Time, isStale: false));
        }

        AccountFigures money = null!;
        AccountSheet sheet = null!;
        await _terminals.Calls(terminal).AskAsync(
            terminal, "account", null, answer => (money, sheet) = (AccountFigures.Of(answer), AccountSheet.Of(answer)), call.CancellationToken).ConfigureAwait(false);
        int digits = sheet.CurrencyDigits;
        return Answer(
            new Mt4Account(
                money.Balance.At(digits),
                money.Equity.At(digits),
                money.Margin.At(digits),
                money.FreeMargin.At(digits),
                money.MarginLevel.At(2),
                money.Profit.At(digits),
                terminal.Hello.Currency,
                terminal.Hello.Leverage,
                sheet.Name,
                terminal.Hello.Server,
                terminal.Hello.Company),
            Mt4Book.Facts(terminal.Source, terminal.Source, money.Time, isStale: false));
    }

    /// <summary>Open positions.</summary>
    [Capability("mt4_get_positions", "mt4", Effect.Read, "GET /mt4/positions", Shape = typeof(Mt4Shapes.Positions), Errors = [ErrorCode.NotConnected])]
    [Description("Open positions of the MT4 account; on a paper host, of its mt4 book.")]
    public async Task<RawResult> GetPositions(ICallContext call, [Description("such as XAUUSD")] string? symbol = null)
    {
        Terminal terminal = _terminals.Require();
        DateTime now = _context.Wall.GetUtcNow().UtcDateTime;
        Mt4Position[] rows;
        string currency;
        if (IsPaper)
        {
            rows = [.. _context.Orders.Positions(Mt4Book.Name).Select(p => Mt4Book.Row(p, DigitsOf(terminal, p.Position.Symbol)))];
            currency = _context.Orders.Account.Currency;
        }
        else
        {
            List<PositionRow> open = await _terminals.Calls(terminal).AskAllAsync(terminal, "positions", null, PositionRow.Of, int.MaxValue, call.CancellationToken).ConfigureAwait(false);
            rows = [.. open.Select(p => Row(terminal, p))];
            currency = terminal.Hello.Currency;
        }

        string? wanted = symbol?[(symbol.IndexOf(':', StringComparison.Ordinal) + 1)..];
        Mt4Position[] shown = [.. rows.Where(r => wanted is null || r.Symbol.Equals(wanted, StringComparison.OrdinalIgnoreCase) || r.Symbol == InstrumentOf(terminal, wanted))];
        var list = new Mt4Positions(shown, shown.Sum(p => p.Profit).At(2), shown.Length);
        return Mt4Bodies.Success(list, Mt4Texts.Positions(list, currency), Mt4Book.Facts(IsPaper ? "paper" : terminal.Source, terminal.Source, now, isStale: false));
    }

    /// <summary>A quote.</summary>
    [Capability("mt4_get_quote", "mt4", Effect.Read, "GET /mt4/quote/{symbol}", Shape = typeof(Mt4Shapes.Quote), Errors = [ErrorCode.DataUnavailable, ErrorCode.NotConnected])]
    [Description("Bid, ask and spread of a symbol in the MT4 terminal.")]
    public async Task<RawResult> GetQuote(ICallContext call, string symbol)
    {
        Terminal terminal = _terminals.Require();
        (BrokerQuote quote, SymbolSheet sheet) = await _terminals.QuoteAsync(terminal, symbol[(symbol.IndexOf(':', StringComparison.Ordinal) + 1)..], call.CancellationToken).ConfigureAwait(false);
        int digits = sheet.Digits;
        var data = new Mt4Quote(sheet.Instrument.Symbol, quote.Bid.At(digits), quote.Ask.At(digits), (quote.Ask - quote.Bid).At(digits), quote.Time.ToMilliseconds());
        bool isStale = _context.Wall.GetUtcNow().UtcDateTime - quote.Time > FreshQuote;
        return Mt4Bodies.Success(data, Mt4Texts.Quote(data, sheet.Instrument.Pip), Mt4Book.Facts(terminal.Source, terminal.Source, quote.Time, isStale));
    }

    private static RawResult Answer(Mt4Account account, Dictionary<string, string> facts) => Mt4Bodies.Success(account, Mt4Texts.Account(account), facts);

    private static Mt4Position Row(Terminal terminal, PositionRow p)
    {
        string symbol = terminal.Symbols.InstrumentOf(p.Symbol);
        int digits = DigitsOf(terminal, symbol);
        return new Mt4Position(
            p.Ticket,
            symbol,
            Sides.Name(p.Side),
            p.Volume.At(2),
            p.Price.At(digits),
            p.CurrentPrice.At(digits),
            p.StopLoss.At(digits),
            p.TakeProfit.At(digits),
            p.Profit.At(2),
            p.Swap.At(2),
            p.Time.ToSeconds(),
            p.Magic,
            p.Comment);
    }

    private static string? InstrumentOf(Terminal terminal, string symbol) => terminal.Symbols.NameOf(symbol) is { } name ? terminal.Symbols.InstrumentOf(name) : null;

    // The digits of a contract that was not read are those of the list.
    private static int DigitsOf(Terminal terminal, string symbol) => terminal.Symbols.NameOf(symbol) is { } name
        ? terminal.Symbols.Sheet(name)?.Digits ?? terminal.Symbols.Rows.FirstOrDefault(r => r.Name == name)?.Digits ?? 5
        : 5;
}
