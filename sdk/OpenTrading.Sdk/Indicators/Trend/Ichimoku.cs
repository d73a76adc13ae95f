using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>
/// Ichimoku kinko hyo: middles of the ranges of three windows; two of them drawn <c>kijunPeriod</c> bars to the right (the cloud), and the
/// close drawn as far to the left.
/// </summary>
/// <remarks>
/// Goichi Hosoda, 1969. The spans at a bar were computed <c>kijunPeriod</c> bars before: A is the mean of the conversion and base lines, B
/// the middle of the longest window.
/// </remarks>
[Indicator("ichimoku", Title = "Ichimoku Kinko Hyo", Kind = IndicatorKind.Trend,
    Formula = "middles of the ranges of three windows; A = (tenkan + kijun) / 2 and B moved right, close moved left, by kijunPeriod",
    Outputs = ["tenkan=tenkanSen", "kijun=kijunSen", "senkouA=senkouSpanA", "senkouB=senkouSpanB", "chikou=chikouSpan"])]
public sealed class Ichimoku : Indicator<IchimokuValue>, IRevisesPast
{
    private readonly int _displacement;
    private RollingMiddle _tenkan;
    private RollingMiddle _kijun;
    private RollingMiddle _senkou;
    private Delay _spanA;
    private Delay _spanB;
    private RevisionBuffer _revisions = new(1);
    private int _seen;

    /// <summary>Lines over three windows.</summary>
    /// <param name="tenkanPeriod">Bars of the conversion line, 1 to 5000. Default 9.</param>
    /// <param name="kijunPeriod">Bars of the base line, and of the displacement, 1 to 5000. Default 26.</param>
    /// <param name="senkouBPeriod">Bars of leading span B, 1 to 5000. Default 52.</param>
    /// <exception cref="ArgumentOutOfRangeException">A period is outside its range.</exception>
    public Ichimoku(
        [Parameter(1, Arguments.MaxPeriod, Description = "Bars of the conversion line.")] int tenkanPeriod = 9,
        [Parameter(1, Arguments.MaxPeriod, Description = "Bars of the base line, and of the displacement.")] int kijunPeriod = 26,
        [Parameter(1, Arguments.MaxPeriod, Description = "Bars of leading span B.")] int senkouBPeriod = 52)
        : base(kijunPeriod + Math.Max(senkouBPeriod, Math.Max(tenkanPeriod, kijunPeriod)))
    {
        _tenkan = new RollingMiddle(Arguments.InRange(tenkanPeriod, 1, Arguments.MaxPeriod));
        _kijun = new RollingMiddle(Arguments.InRange(kijunPeriod, 1, Arguments.MaxPeriod));
        _senkou = new RollingMiddle(Arguments.InRange(senkouBPeriod, 1, Arguments.MaxPeriod));
        _displacement = kijunPeriod;
        _spanA = new Delay(kijunPeriod);
        _spanB = new Delay(kijunPeriod);
    }

    /// <inheritdoc/>
    public override bool IsReady => !double.IsNaN(Value.SenkouSpanA + Value.SenkouSpanB);

    /// <inheritdoc/>
    public ReadOnlySpan<Revision> Revisions => _revisions.Span;

    /// <inheritdoc/>
    public override IchimokuValue Update(in Bar bar)
    {
        double tenkan = _tenkan.Add(bar.High, bar.Low);
        double kijun = _kijun.Add(bar.High, bar.Low);
        double spanA = _spanA.Add((tenkan + kijun) / 2);
        double spanB = _spanB.Add(_senkou.Add(bar.High, bar.Low));

        _revisions.Clear();
        if (_seen == _displacement)
        {
            _revisions.Add(Revision.At(IchimokuValue.ChikouOutput, _displacement, bar.Close));
        }
        else
        {
            _seen++;
        }

        return Value = new IchimokuValue(tenkan, kijun, spanA, spanB, bar.Close);
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _tenkan.Reset();
        _kijun.Reset();
        _senkou.Reset();
        _spanA.Reset();
        _spanB.Reset();
        _revisions.Clear();
        _seen = 0;
    }
}
