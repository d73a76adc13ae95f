using OpenTrading.Kernel.Risk.Monitors;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;
using OpenTrading.Simulation.Bars;

namespace OpenTrading.Kernel.Backtesting.Runs;

/// <summary>Closes of the days that a run has behind it, by symbol, from its own bars. The day that has not ended is not among them.</summary>
internal sealed class PassedDays(BrokerDay day)
{
    private readonly Dictionary<string, Days> _bySymbol = new(StringComparer.Ordinal);

    /// <summary>Takes the next bar of an instrument.</summary>
    public void Add(Instrument instrument, in BarPoints bar)
    {
        if (!_bySymbol.TryGetValue(instrument.Symbol, out Days? days))
        {
            _bySymbol.Add(instrument.Symbol, days = new Days());
        }

        days.Add(new DateTime(bar.Time, DateTimeKind.Utc), bar.Close / instrument.Scale, day);
    }

    /// <summary>The newest of them, oldest first; empty before the first day has ended.</summary>
    public IReadOnlyList<DailyClose> Of(string symbol) => _bySymbol.GetValueOrDefault(symbol)?.Newest ?? [];

    private sealed class Days
    {
        private readonly List<DailyClose> _all = [];
        private DailyClose[]? _newest;
        private BarPeriod _day;
        private double _close;

        // What was given out stays as it is: the gate's snapshot of one bar may outlive it.
        public IReadOnlyList<DailyClose> Newest => _newest ??= [.. _all.Skip(_all.Count - CloseBook.Kept)];

        public void Add(DateTime time, double close, BrokerDay day)
        {
            if (!_day.Contains(time))
            {
                if (_day != default)
                {
                    _all.Add(new DailyClose(day.DateOf(_day.Start), _close));
                    _newest = null;
                }

                _day = BarPeriod.Of(Timeframe.D1, time, day);
            }

            _close = close;
        }
    }
}
