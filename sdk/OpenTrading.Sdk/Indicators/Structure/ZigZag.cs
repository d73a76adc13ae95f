using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>
/// Zig zag: straight legs between turning points at least <c>percentChange</c> percent apart, and retrace lines from one upper point to the
/// next and one lower point to the next.
/// </summary>
/// <remarks>
/// The first trend is known when the price is that far from the first bar. From then on a point is confirmed when the price has come back
/// that far from the extreme of the trend. The leg in progress ends at the latest bar and is revised with each one; nothing is drawn
/// before the first confirmed point. The search for the next point starts at the confirming bar: a turn back and forth wholly between an
/// extreme and its confirmation gives no points of its own.
/// </remarks>
[Indicator("zigzag", Title = "Zig Zag", Kind = IndicatorKind.Trend,
    Formula = "straight legs between turning points at least percentChange percent apart",
    Outputs = ["zigZag"])]
public sealed class ZigZag : Indicator<ZigZagValue>, IRevisesPast
{
    private readonly SwingPrice _price;
    private readonly double _threshold;
    private RevisionBuffer _revisions = new(6);
    private long _bar;
    private (double High, double Low) _first;
    private SwingKind? _seeking;
    private Point _extreme;
    private Point? _last;
    private Point? _lastHigh;
    private Point? _lastLow;

    /// <summary>Legs of at least <paramref name="percentChange"/> percent.</summary>
    /// <param name="price">Which prices can be a turning point. Default the close.</param>
    /// <param name="percentChange">Smallest distance of two turning points, in percent of the earlier, 0.01 to 100. Default 5.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public ZigZag(
        SwingPrice price = SwingPrice.Close,
        [Parameter(0.01, 100, Step = 0.5, Description = "Smallest distance of two turning points, in percent.")] double percentChange = 5)
        : base(3)
    {
        _price = Arguments.Defined(price);
        _threshold = Arguments.InRange(percentChange, 0.01, 100) / 100;
    }

    /// <inheritdoc/>
    public override bool IsReady => !double.IsNaN(Value.ZigZag);

    /// <inheritdoc/>
    public ReadOnlySpan<Revision> Revisions => _revisions.Span;

    /// <inheritdoc/>
    public override ZigZagValue Update(in Bar bar)
    {
        (double high, double low) = _price == SwingPrice.Close ? (bar.Close, bar.Close) : (bar.High, bar.Low);
        _revisions.Clear();
        Swing? confirmed = null;
        if (_bar == 0)
        {
            _first = (high, low);
        }
        else if (_seeking is null)
        {
            FindFirstTrend(high, low);
        }
        else
        {
            confirmed = Follow(high, low);
        }

        Value = _last is { } last ? DrawLeg(last, high, low, confirmed) : ZigZagValue.None;
        _bar++;
        return Value;
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _revisions.Clear();
        (_bar, _seeking, _last, _lastHigh, _lastLow) = (0, null, null, null, null);
    }

    private void FindFirstTrend(double high, double low)
    {
        double rise = (high - _first.Low) / _first.Low;
        double fall = (_first.High - low) / _first.High;
        if (rise >= _threshold && rise > fall)
        {
            (_seeking, _extreme) = (SwingKind.High, new Point(_bar, high));
        }
        else if (fall >= _threshold && fall > rise)
        {
            (_seeking, _extreme) = (SwingKind.Low, new Point(_bar, low));
        }
    }

    private Swing? Follow(double high, double low)
    {
        bool isRising = _seeking == SwingKind.High;
        if (isRising ? high >= _extreme.Price : low <= _extreme.Price)
        {
            _extreme = new Point(_bar, isRising ? high : low);
            return null;
        }

        double change = (isRising ? _extreme.Price - low : high - _extreme.Price) / _extreme.Price;
        if (!(change >= _threshold))
        {
            return null;
        }

        Swing swing = new(_seeking!.Value, _extreme.Price, BarsAgo(_extreme));
        Confirm(_extreme, isRising);
        _seeking = isRising ? SwingKind.Low : SwingKind.High;
        _extreme = new Point(_bar, isRising ? low : high);
        return swing;
    }

    private void Confirm(Point point, bool isHigh)
    {
        ref Point? previous = ref isHigh ? ref _lastHigh : ref _lastLow;
        int retrace = isHigh ? ZigZagValue.RetraceHighOutput : ZigZagValue.RetraceLowOutput;
        DrawLine(ZigZagValue.LegOutput, _last ?? point, point);
        _revisions.Add(Revision.At(ZigZagValue.PointTypeOutput, BarsAgo(point), isHigh ? 1 : -1));
        if (previous is { } from)
        {
            DrawLine(retrace, from, point);
            WithdrawAfter(point, retrace);
        }

        _last = previous = point;
    }

    private void WithdrawAfter(Point point, int output)
    {
        // The line in progress ran on to the bar before this one; the bars after the point are no part of it.
        int barsAgo = BarsAgo(point);
        if (barsAgo > 1)
        {
            _revisions.Add(new Revision(output, barsAgo - 1, double.NaN, 1, double.NaN));
        }
    }

    private ZigZagValue DrawLeg(Point last, double high, double low, Swing? confirmed)
    {
        bool isRising = _seeking == SwingKind.High;
        Point end = new(_bar, isRising ? high : low);
        DrawLine(ZigZagValue.LegOutput, last, end);
        if ((isRising ? _lastHigh : _lastLow) is not { } previous)
        {
            return new ZigZagValue(end.Price, double.NaN, double.NaN, confirmed);
        }

        DrawLine(isRising ? ZigZagValue.RetraceHighOutput : ZigZagValue.RetraceLowOutput, previous, end);
        return isRising
            ? new ZigZagValue(end.Price, end.Price, double.NaN, confirmed)
            : new ZigZagValue(end.Price, double.NaN, end.Price, confirmed);
    }

    private void DrawLine(int output, Point from, Point to) =>
        _revisions.Add(new Revision(output, BarsAgo(from), from.Price, BarsAgo(to), to.Price));

    private int BarsAgo(Point point) => (int)(_bar - point.Bar);

    private readonly record struct Point(long Bar, double Price);
}
