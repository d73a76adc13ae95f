using OpenTrading.Sdk.Market;
using OpenTrading.Simulation.Bars;

namespace OpenTrading.Simulation.Orders;

/// <summary>The protective levels an entry brings, in points: each a level, or an offset that the fill price turns into one.</summary>
internal readonly record struct ExitLevels(
    int? StopLoss, int? StopLossOffset, int? TakeProfit, int? TakeProfitOffset, int? TrailingPoints)
{
    public static ExitLevels Of(Instrument instrument, OrderTicket ticket) =>
        ticket is { StopLoss: null, StopLossOffset: null, TakeProfit: null, TakeProfitOffset: null, TrailingPoints: null } ? default : Checked(instrument, ticket);

    public int? StopLossAt(int fill, int direction) => StopLoss ?? (fill - (direction * (StopLossOffset ?? TrailingPoints)));

    public int? TakeProfitAt(int fill, int direction) => TakeProfit ?? (fill + (direction * TakeProfitOffset));

    private static ExitLevels Checked(Instrument instrument, OrderTicket ticket) => new(
        PointPrices.FromOrder(instrument, ticket.StopLoss),
        NotNegative(instrument, ticket.StopLossOffset, nameof(OrderTicket.StopLossOffset)),
        PointPrices.FromOrder(instrument, ticket.TakeProfit),
        NotNegative(instrument, ticket.TakeProfitOffset, nameof(OrderTicket.TakeProfitOffset)),
        NotNegative(instrument, ticket.TrailingPoints, nameof(OrderTicket.TrailingPoints)));

    private static int? NotNegative(Instrument instrument, int? points, string name) => points is null or >= 0
        ? points
        : throw new ArgumentException($"{instrument.Symbol}: {name} is {points} points; a distance must not be negative.");
}
