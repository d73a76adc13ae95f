using OpenTrading.Sdk.Calendars;
using OpenTrading.Sdk.Desks;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Plugins;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Analysis.Packets;

/// <summary>What a symbol's prices do not tell: events ahead, and what the account holds of it.</summary>
/// <param name="context">Calendar and desk.</param>
internal sealed class PacketSurroundings(IPluginContext context)
{
    private const int MostEvents = 8;

    // From what has just happened to what the next days bring.
    private static readonly TimeSpan Behind = TimeSpan.FromHours(1);
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(3);

    /// <summary>The calendar around a moment.</summary>
    public Task<CalendarReading> ReadAsync(DateTime now, CancellationToken cancellationToken) => context.Calendar.ReadAsync(now - Behind, now + Ahead, cancellationToken);

    /// <summary>Events of an instrument's currencies that are of some impact, by time.</summary>
    public static IReadOnlyList<PacketEvent> Events(CalendarReading reading, Instrument instrument) =>
    [
        .. reading.Events
            .Where(e => e.Impact >= EventImpact.Medium && (e.Currency == instrument.BaseCurrency || e.Currency == instrument.ProfitCurrency))
            .Take(MostEvents)
            .Select(e => new PacketEvent(e.Time, e.Currency, e.Name, e.Impact, e.Forecast, e.Previous, e.Source)),
    ];

    /// <summary>What the paper account holds of an instrument.</summary>
    /// <exception cref="Sdk.Capabilities.CapabilityException">No host runs.</exception>
    public PacketExposure Exposure(Instrument instrument)
    {
        IOrderDesk desk = context.Orders;
        AccountSnapshot account = desk.Account;
        Position[] held = [.. desk.OpenPositions.Where(p => p.Symbol == instrument.Symbol)];
        return new PacketExposure(
            held.Sum(p => p.Side == OrderSide.Buy ? p.Volume : -p.Volume),
            held.Length,
            Math.Round(held.Sum(p => p.Profit + p.Swap), Currencies.Digits(account.Currency)),
            account.Currency,
            held.Count(p => p.StopLoss is null),
            account.Login,
            account.Time);
    }
}
