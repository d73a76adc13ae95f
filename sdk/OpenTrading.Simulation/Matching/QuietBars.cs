using OpenTrading.Simulation.Accounts;
using OpenTrading.Simulation.Bars;
using OpenTrading.Simulation.Margin;

namespace OpenTrading.Simulation.Matching;

/// <summary>
/// Passes over bars in which steps 1 to 5 can do nothing, in one go: no order, no margin rule, no rollover and no protective level within reach.
/// What it leaves behind is to the last bit what those bars one by one would leave.
/// </summary>
internal sealed class QuietBars(Account account, MarginRules margin)
{
    private readonly bool _isUnrounded = account.Money is UnroundedMoney;

    /// <summary>Passes over quiet bars from <paramref name="from"/> on.</summary>
    /// <param name="market">The market, standing at the close of the bar before.</param>
    /// <param name="bars">All bars.</param>
    /// <param name="from">First bar to pass.</param>
    /// <param name="to">End, exclusive.</param>
    /// <param name="equity">Receives the equity at the close of each bar passed, by bar index; empty when nobody asks.</param>
    /// <returns>The first bar that is not quiet, or <paramref name="to"/>.</returns>
    public int Pass(Market market, ReadOnlySpan<BarPoints> bars, int from, int to, Span<double> equity)
    {
        if (market.Orders.Count != 0 || margin.Apply || market.NeedsEveryBar)
        {
            return from;
        }

        int end = market.Positions.Count switch
        {
            0 => Flat(bars, from, to, equity),
            1 when market.Positions[0].TrailingPoints is null && IsPlain(market) => Holding(market, market.Positions[0], bars, from, to, equity),
            _ => from,
        };
        if (end > from)
        {
            var before = end - 2 >= 0 ? bars[end - 2] : new BarPoints(0, market.Close, market.Close, market.Close, market.Close, market.Spread);
            market.Pass(end - from, bars[end - 1], before);
        }

        return end;
    }

    // Profit is then a straight line in the price; other models are asked bar by bar.
    private bool IsPlain(Market market) => _isUnrounded && market.Conversion.IsIdentity && account.Positions.Count == 1;

    private int Flat(ReadOnlySpan<BarPoints> bars, int from, int to, Span<double> equity)
    {
        if (account.Positions.Count != 0)
        {
            return from;
        }

        if (!equity.IsEmpty)
        {
            equity[from..to].Fill(account.Money.Sum(account.Balance, 0));
        }

        return bars.Length < to ? bars.Length : to;
    }

    private int Holding(Market market, SimulatedPosition position, ReadOnlySpan<BarPoints> bars, int from, int to, Span<double> equity)
    {
        bool isShort = position.Direction < 0;
        int below = position.LowTrigger;
        int above = position.HighTrigger;
        int lowest = position.Lowest;
        int highest = position.Highest;
        long rollover = market.NextRollover;
        double balance = account.Balance;
        double swap = position.Swap;
        double entry = position.Entry;
        double units = position.Steps * market.Units.PerStep;
        double scale = market.Units.Scale;
        int i = from;
        for (; i < to; i++)
        {
            ref readonly BarPoints bar = ref bars[i];
            int toOwnSide = isShort ? bar.Spread : 0;
            int low = bar.Low + toOwnSide;
            int high = bar.High + toOwnSide;
            if (low <= below || high >= above || bar.Time >= rollover)
            {
                break;
            }

            lowest = Math.Min(lowest, low);
            highest = Math.Max(highest, high);
            if (!equity.IsEmpty)
            {
                equity[i] = balance + (UnroundedMoney.Amount(bar.Close + toOwnSide, entry, position.Direction, units, scale) + swap);
            }
        }

        (position.Lowest, position.Highest) = (lowest, highest);
        return i;
    }
}
