using System.Globalization;
using System.Text;

namespace OpenTrading.MetaTrader.Capabilities.Mt4;

/// <summary>What people read of the answers of the mt4 tools.</summary>
internal static class Mt4Texts
{
    /// <summary>The account.</summary>
    public static string Account(Mt4Account account) => Lines(
        "MT4 Account Information",
        Rule(23),
        $"Account Name: {account.Name}",
        $"Server: {account.Server}",
        $"Broker: {account.Company}",
        $"Leverage: 1:{account.Leverage}",
        "",
        "Financial Summary",
        new string('-', 17),
        $"Balance: {account.Balance:0.00} {account.Currency}",
        $"Equity: {account.Equity:0.00} {account.Currency}",
        $"Profit/Loss: {Signed(account.Profit)} {account.Currency}");

    /// <summary>A quote.</summary>
    /// <param name="quote">The quote.</param>
    /// <param name="pip">One pip, price units.</param>
    public static string Quote(Mt4Quote quote, decimal pip) => Lines(
        $"Price Quote: {quote.Symbol}",
        Rule(25),
        $"Bid: {quote.Bid}",
        $"Ask: {quote.Ask}",
        $"Spread: {quote.Spread} ({quote.Spread / pip:0.0} pips)",
        $"Time: {quote.Timestamp}");

    /// <summary>Positions.</summary>
    /// <param name="list">The positions.</param>
    /// <param name="currency">Currency of their profit.</param>
    public static string Positions(Mt4Positions list, string currency)
    {
        if (list.Count == 0)
        {
            return "No open positions";
        }

        string head = $"Open Positions: {list.Count}";
        var text = new StringBuilder(Lines(head, Rule(head.Length)));
        foreach (Mt4Position p in list.Positions)
        {
            text.Append('\n').Append(Lines(
                $"#{p.Ticket} {p.Symbol} {p.Type.ToUpperInvariant()} {p.Lots:0.00} lots",
                $"Open: {p.OpenPrice} Current: {p.CurrentPrice}",
                $"SL: {Level(p.StopLoss)} TP: {Level(p.TakeProfit)}",
                $"Profit: {Signed(p.Profit)} {currency}  Swap: {Signed(p.Swap)} {currency}"));
        }

        return text.Append('\n').Append(Lines($"Total Profit: {Signed(list.TotalProfit)} {currency}")).ToString();
    }

    /// <summary>What a tool that writes has done.</summary>
    public static string Done(string message, long ticket, string account) => Lines(message, $"Ticket: {ticket}", $"Account: {account}");

    private static string Level(decimal level) => level == 0 ? "-" : string.Create(CultureInfo.InvariantCulture, $"{level}");

    private static string Signed(decimal money) => money.ToString("+0.00;-0.00;+0.00", CultureInfo.InvariantCulture);

    private static string Rule(int length) => new('=', length);

    private static string Lines(params string[] lines) => string.Join('\n', lines);
}
