using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Expressions;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Alerts.Watching;

/// <summary>
/// The expressions that wait on bars of one series. They are looked at once a bar; those that came together share what they have in common. A new one
/// catches up alone, the others need not begin again.
/// </summary>
/// <param name="history">Bars and indicators.</param>
/// <param name="symbol">Whose bars.</param>
/// <param name="timeframe">Their length.</param>
/// <threadsafety>Not safe: who holds it sees to that.</threadsafety>
internal sealed class ExpressionGroup(BarHistory history, MarketSymbol symbol, Timeframe timeframe)
{
    private const int MostBatches = 8;
    private const int MostBars = 1000;
    private static readonly TimeSpan ClockChange = TimeSpan.FromHours(1);

    private readonly Dictionary<string, Expression> _waiting = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Expression> _new = new(StringComparer.Ordinal);
    private readonly List<ExpressionBatch> _batches = [];
    private DateTime _latest;

    /// <summary>How many wait.</summary>
    public int Count => _waiting.Count;

    /// <summary>Adds an expression.</summary>
    public void Add(string alertId, Expression expression) => _waiting[alertId] = _new[alertId] = expression;

    /// <summary>Takes one away.</summary>
    public void Remove(string alertId)
    {
        _waiting.Remove(alertId);
        _new.Remove(alertId);
    }

    /// <summary>Looks at the bars that closed since the last look; at first, at the newest.</summary>
    /// <param name="seen">Told of each bar, oldest first: an id, whether its expression holds (null where that is not known), when the bar closed and its close.</param>
    /// <exception cref="CapabilityException">There are no bars, or too few.</exception>
    public void Look(Action<string, bool?, DateTime, double> seen)
    {
        if (_waiting.Count == 0 || (_latest != default && history.Market.Now < NextClose))
        {
            return;
        }

        Join();
        BarSeries bars = history.Market.Bars(symbol, timeframe, MostBars, _latest.AddTicks(1)).Bars;
        if (bars.Count == MostBars)
        {
            // So many were missed that the runs would have a hole: all begin again.
            _latest = default;
            Join();
            bars = history.Market.Bars(symbol, timeframe, MostBars, _latest.AddTicks(1)).Bars;
        }

        for (int i = 0; i < bars.Count; i++)
        {
            Bar bar = bars[i];
            DateTime end = BarPeriod.OfBar(timeframe, bar.Time, history.Day).End;
            foreach (ExpressionBatch batch in _batches)
            {
                batch.Take(bar, (id, holds) =>
                {
                    if (_waiting.ContainsKey(id))
                    {
                        seen(id, holds, end, bar.Close);
                    }
                });
            }

            _latest = bar.Time;
        }
    }

    // A day with a clock change is an hour shorter.
    private DateTime NextClose => BarPeriod.OfBar(timeframe, _latest, history.Day).End + timeframe.Length() - (timeframe.IsIntraday() ? TimeSpan.Zero : ClockChange);

    // Lets the new ones catch up with the others.
    private void Join()
    {
        if (_latest == default || _batches.Count > MostBatches)
        {
            _batches.Clear();
            foreach ((string id, Expression expression) in _waiting)
            {
                _new[id] = expression;
            }
        }

        if (_new.Count == 0)
        {
            return;
        }

        BarSeries bars = history.Read(symbol, timeframe, 1, _new.Values.Max(e => e.WarmupBars) + 1, "the alert").Bars;
        _latest = _latest == default ? bars[bars.Count - 2].Time : _latest;
        var batch = new ExpressionBatch([.. _new]);
        for (int i = 0; i < bars.Count && bars[i].Time <= _latest; i++)
        {
            batch.Take(bars[i], null);
        }

        _batches.Add(batch);
        _new.Clear();
    }
}
