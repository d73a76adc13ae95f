using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Indicators;

/// <summary>An indicator on its way along one series, seen by the outputs of its definition.</summary>
/// <threadsafety>Not safe; one series on one thread.</threadsafety>
public sealed class IndicatorRun
{
    private readonly IIndicator _indicator;
    private readonly int[] _indexes;
    private readonly double[] _own;
    private readonly double[] _shown;

    /// <summary>Number of outputs.</summary>
    public int Outputs => _shown.Length;

    internal IndicatorRun(IndicatorDefinition definition, IIndicator indicator)
    {
        _indicator = indicator;
        _indexes = [.. definition.OutputIndexes];
        _own = new double[indicator.Outputs.Count];
        _shown = new double[_indexes.Length];
    }

    /// <summary>Takes the next bar.</summary>
    /// <param name="bar">Closed bar, later than the one before it.</param>
    /// <returns>The outputs at it, in the order of the definition; valid until the next update.</returns>
    public ReadOnlySpan<double> Update(scoped in Bar bar)
    {
        _indicator.Update(in bar, _own);
        for (int i = 0; i < _shown.Length; i++)
        {
            _shown[i] = _own[_indexes[i]];
        }

        return _shown;
    }

    /// <summary>Takes the next number, where <see cref="IndicatorDefinition.TakesNumbers"/>. Where there is none, NaN, nothing happens and nothing is known.</summary>
    /// <returns>The outputs at it, in the order of the definition; valid until the next update.</returns>
    public ReadOnlySpan<double> Update(double value)
    {
        if (!double.IsFinite(value))
        {
            Array.Fill(_shown, double.NaN);
            return _shown;
        }

        // An indicator of numbers reads the close of a bar and nothing else of it.
        return Update(new Bar(default, value, value, value, value));
    }

    internal double[][] Over(BarSeries bars, bool amended, BarSeries? reference)
    {
        int other = 0;
        double[][] columns = [.. _indexes.Select(_ => new double[bars.Count])];
        IRevisesPast? late = amended ? _indicator as IRevisesPast : null;
        for (int bar = 0; bar < bars.Count; bar++)
        {
            if (reference is not null && _indicator is IPairIndicator pair && TryFind(reference, bars.Times[bar], ref other))
            {
                pair.Update(bars[bar], reference[other], _own);
            }
            else
            {
                _indicator.Update(bars[bar], _own);
            }

            for (int i = 0; i < columns.Length; i++)
            {
                columns[i][bar] = _own[_indexes[i]];
            }

            if (late is not null)
            {
                Amend(columns, late.Revisions, bar);
            }
        }

        return columns;
    }

    // Both series rise in time, so the search goes on where it stopped.
    private static bool TryFind(BarSeries bars, long time, ref int at)
    {
        while (at < bars.Count && bars.Times[at] < time)
        {
            at++;
        }

        return at < bars.Count && bars.Times[at] == time;
    }

    private void Amend(double[][] columns, ReadOnlySpan<Revision> revisions, int latest)
    {
        foreach (Revision revision in revisions)
        {
            int column = Array.IndexOf(_indexes, revision.Output);
            for (int ago = revision.FromBarsAgo; column >= 0 && ago >= revision.ToBarsAgo; ago--)
            {
                columns[column][latest - ago] = revision.ValueAt(ago);
            }
        }
    }
}
