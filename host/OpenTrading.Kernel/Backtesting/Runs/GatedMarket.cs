using OpenTrading.Kernel.Sessions;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;

namespace OpenTrading.Kernel.Backtesting.Runs;

/// <summary>One instrument under the gate: its bars, and the sessions that trade it.</summary>
/// <param name="broker">The account that all of them share.</param>
/// <param name="index">Index of the instrument.</param>
/// <param name="market">The instrument.</param>
/// <param name="day">The broker's day.</param>
/// <param name="days">Told every bar; null when nobody asks for days.</param>
/// <param name="views">The sessions, in the order of the setup.</param>
internal sealed class GatedMarket(SimulatedBroker broker, int index, BacktestMarket market, BrokerDay day, PassedDays? days, GatedView[] views) : IMarketRun
{
    private readonly PassedTicks? _ticks = market.Ticks is { } ticks ? new PassedTicks(market.Setup.Instrument, ticks) : null;

    public string Symbol => market.Setup.Instrument.Symbol;

    public RecordedMarket Bars { get; } = new(market, day);

    public (string Strategy, DateTime Bar)? Calling => views.Select(v => v.Calling).FirstOrDefault(c => c is not null);

    /// <summary>Quotes of the past seconds; null where it runs on bars, which tell nothing of seconds.</summary>
    public QuoteSamples? Samples => _ticks?.Upto(Bars.Prices.Ticks);

    public void Match(long now)
    {
        broker.Run(index, Bars.Prices, now);
        days?.Add(market.Setup.Instrument, Bars.Last);
    }

    public void Think(long now)
    {
        foreach (GatedView view in views)
        {
            view.Run(now);
        }
    }
}
