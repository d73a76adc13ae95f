using OpenTrading.Kernel.Risk.Monitors;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;

namespace OpenTrading.Kernel.Backtesting.Runs;

/// <summary>Closes of the days that a run has behind it, by symbol, from its own bars. The day that has not ended is not among them.</summary>
internal sealed class PassedDays(BrokerDay day)
{
    private readonly Dictionary<string, Days> _bySymbol = new(StringComparer.Ordinal);

    /// <summary>Takes the next bar of a symbol.</summary>
    public void Add(string symbol, in Bar bar)
    {
        if (!_bySymbol.TryGetValue(symbol, out Days? days))
        {
            _bySymbol.Add(symbol, days = new Days());
        }

        days.Add(bar, day);
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

        public void Add(in Bar bar, BrokerDay day)
        {
            if (!_day.Contains(bar.Time))
            {
                if (_day != default)
                {
                    _all.Add(new DailyClose(day.DateOf(_day.Start), _close));
                    _newest = null;
                }

                _day = BarPeriod.Of(Timeframe.D1, bar.Time, day);
            }

            _close = bar.Close;
        }
    }
}
