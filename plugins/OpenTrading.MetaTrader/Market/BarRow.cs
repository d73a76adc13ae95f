using System.Text.Json;
using OpenTrading.MetaTrader.Protocol;
using OpenTrading.Sdk.Market;

namespace OpenTrading.MetaTrader.Market;

/// <summary>A closed bar as the terminal gives it: its time still by the terminal's reckoning, its spread in points.</summary>
/// <param name="Time">Opening time: server time less the offset of now.</param>
/// <param name="Open">First bid.</param>
/// <param name="High">Highest bid.</param>
/// <param name="Low">Lowest bid.</param>
/// <param name="Close">Last bid.</param>
/// <param name="Volume">Ticks in it.</param>
/// <param name="SpreadPoints">Spread, points.</param>
internal readonly record struct BarRow(DateTime Time, double Open, double High, double Low, double Close, double Volume, double SpreadPoints)
{
    /// <summary>Reads a row of an answer.</summary>
    public static BarRow Of(JsonElement row) =>
        new(UnixTime.From(row.Whole(0)), row.Price(1), row.Price(2), row.Price(3), row.Price(4), row.Price(5), row.Price(6));

    /// <summary>Reads a <c>bar</c> event.</summary>
    public static BarRow OfEvent(JsonElement message) => new(
        message.Time("time"),
        (double)message.Number("open"),
        (double)message.Number("high"),
        (double)message.Number("low"),
        (double)message.Number("close"),
        (double)message.NumberOr("tick_volume"),
        (double)message.NumberOr("spread_points"));

    /// <summary>The bar in UTC and price units.</summary>
    /// <param name="time">The broker's reckoning of time.</param>
    /// <param name="offset">Server time less UTC now.</param>
    /// <param name="point">Smallest price step of the symbol.</param>
    public Bar ToBar(BrokerTime time, TimeSpan offset, decimal point) =>
        new(time.ToUtc(Time, offset), Open, High, Low, Close, Volume, SpreadPoints >= 0 ? (double)((decimal)SpreadPoints * point) : double.NaN);
}
