namespace OpenTrading.Sdk.Market;

/// <summary>The market a decision is made on: bid and ask rounded to the instrument's digits, with their source and time.</summary>
/// <param name="Symbol">Instrument name.</param>
/// <param name="Bid">Best bid, price units, exact.</param>
/// <param name="Ask">Best ask, price units, exact.</param>
/// <param name="Time">UTC instant of the quote.</param>
/// <param name="Source">Where it comes from, such as <c>mt5</c>, <c>file:EURUSD</c> or <c>synthetic</c>.</param>
/// <threadsafety>Immutable.</threadsafety>
public sealed record Quote(string Symbol, decimal Bid, decimal Ask, DateTime Time, string Source)
{
    /// <summary>Ask minus bid, price units.</summary>
    public decimal Spread => Ask - Bid;

    /// <summary>(Bid + Ask) / 2.</summary>
    public decimal Mid => (Bid + Ask) / 2m;

    /// <summary>Price at which an order of this side enters: ask for a buy, bid for a sell.</summary>
    public decimal EntryPrice(Trading.OrderSide side) => side == Trading.OrderSide.Buy ? Ask : Bid;
}
