using System.Globalization;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Sessions;

/// <summary>Whether stop and target lie on their sides of the market, strictly, as a broker asks for and the rule <c>sl_tp_side</c> does.</summary>
internal static class LevelSide
{
    /// <summary>What lies on the wrong side, with the prices; null when nothing does.</summary>
    /// <param name="side">Direction of the position.</param>
    /// <param name="entry">Price at which it is opened now, or the price of a pending order; the target lies beyond it.</param>
    /// <param name="exit">Price at which it would be closed now, or the price of a pending order; the stop lies behind it.</param>
    /// <param name="stop">Stop level; null for none.</param>
    /// <param name="target">Target level; null for none.</param>
    public static string? Fault(OrderSide side, decimal entry, decimal exit, decimal? stop, decimal? target) =>
        stop is { } behind && (int)side * (exit - behind) <= 0 ? Text("stop", behind, above: side == OrderSide.Sell, exit, side)
        : target is { } beyond && (int)side * (beyond - entry) <= 0 ? Text("target", beyond, above: side == OrderSide.Buy, entry, side)
        : null;

    private static string Text(string what, decimal level, bool above, decimal price, OrderSide side) => string.Create(
        CultureInfo.InvariantCulture, $"the {what} {level} of a {Orders.Names.Of(side)} must lie {(above ? "above" : "below")} {price}");
}
