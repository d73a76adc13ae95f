using System.Globalization;
using OpenTrading.Kernel.Orders;
using OpenTrading.Sdk.Brokers;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Host.Faces.Cli;

/// <summary>The words of <c>run</c>: what happened, and how things stand. What is not there is left out or named, never shown as nothing.</summary>
internal static class LiveLines
{
    /// <summary>How things stand now.</summary>
    /// <param name="snapshot">The account.</param>
    /// <param name="symbol">Instrument whose price is shown.</param>
    /// <param name="source">Where its prices come from.</param>
    /// <param name="quote">Its price; null before the first.</param>
    /// <param name="killLevel">Level of the kill switch.</param>
    public static string Status(BrokerSnapshot snapshot, string symbol, string source, Quote? quote, int killLevel)
    {
        AccountSnapshot account = snapshot.Account;
        string price = quote is { } known ? Text($"{known.Bid}/{known.Ask}") : "no price yet";
        string positions = snapshot.Positions.Count == 0
            ? "flat"
            : string.Join(", ", snapshot.Positions.Select(p => Text($"{Names.Of(p.Side)} {p.Volume} at {p.EntryPrice}")));
        string kill = killLevel > 0 ? Text($" | KILL {killLevel}") : "";
        return Text($"{account.Time:MM-dd HH:mm}  {symbol} ({source}) {price} | equity {account.Equity:N2} {account.Currency} | {positions}{kill}");
    }

    /// <summary>An order that was let through or refused.</summary>
    public static string Of(Order order)
    {
        OrderIntent intent = order.Intent;
        return order.State == OrderState.Rejected
            ? Text($"rejected  {order.Id} {Names.Of(intent.Side)} {intent.Volume} {intent.Symbol}: {string.Join("; ", order.Violations.Select(v => v.Message).DefaultIfEmpty(order.Why))}")
            : Text($"order     {order.Id} {Names.Of(intent.Kind)} {Names.Of(intent.Side)} {intent.Volume} {intent.Symbol}{Part("stop", intent.StopLoss)}{Part("target", intent.TakeProfit)}");
    }

    /// <summary>A fill.</summary>
    public static string Of(ExecutionReport report) =>
        Text($"fill      {Names.Of(report.Fill!.Side)} {report.Fill.Volume} {report.Symbol} at {report.Fill.Price} ({Names.Of(report.Fill.Reason)}), balance {report.Fill.Balance:N2}");

    private static string Part(string name, decimal? level) => level is { } price ? Text($", {name} {price}") : "";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
