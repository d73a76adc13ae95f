using OpenTrading.Sdk.Calendars;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Desks;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Plugins;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Analysis.Packets;

/// <summary>What a symbol's prices do not tell: events ahead, recorded signals, and what the account holds of it.</summary>
/// <param name="context">Calendar, signals and desk.</param>
internal sealed class PacketSurroundings(IPluginContext context)
{
    private const int MostEvents = 8;
    private const int MostSignals = 5;

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

    /// <summary>The newest recorded signals on a symbol, newest first.</summary>
    public IReadOnlyList<PacketSignal> Signals(MarketSymbol symbol) =>
    [
        .. context.Signals.Newest(symbol.Instrument.Symbol, MostSignals)
            .Select(s => new PacketSignal(s.SignalId, s.StrategyId, s.Timeframe, s.Side, s.Confidence, s.Source, s.BarTime)),
    ];

    /// <summary>What the account holds of a symbol that orders would reach, and how much it may still lose.</summary>
    /// <exception cref="Sdk.Capabilities.CapabilityException">There is no such account now.</exception>
    public PacketExposure Exposure(MarketSymbol symbol)
    {
        IOrderDesk desk = context.Orders;
        DeskExposure all = desk.Exposure(symbol.Source);
        AccountSnapshot account = all.Account;
        Position[] held = [.. all.Positions.Where(p => p.Symbol == symbol.Instrument.Symbol)];
        return new PacketExposure(
            held.Sum(p => p.Side == OrderSide.Buy ? p.Volume : -p.Volume),
            held.Length,
            Math.Round(held.Sum(p => p.Profit + p.Swap), Currencies.Digits(account.Currency)),
            account.Currency,
            held.Count(p => p.StopLoss is null),
            all.Positions.Count,
            all.Headroom,
            all.Headroom is { } headroom && account.OwnEquity > 0 ? Math.Round(100 * headroom / account.OwnEquity, 2) : null,
            desk.KillLevel,
            all.Name,
            account.Time);
    }
}
