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
    public int Pass(Market market, PointBars bars, int from, int to, Span<double> equity)
    {
        if (from == to || market.Orders.Count != 0 || margin.Apply || market.NeedsEveryBar)
        {
            return from;
        }

        int end = market.Positions.Count switch
        {
            0 => Flat(from, to, equity),
            1 when market.Positions[0].TrailingPoints is null && IsPlain(market) => Holding(market, market.Positions[0], bars, from, to, equity),
            _ => from,
        };
        if (end > from)
        {
            var (close, spread) = end > 1 ? (bars.Close[end - 2], bars.Spread[end - 2]) : (market.Close, market.Spread);
            market.Pass(end - from, bars[end - 1], close, spread);
        }

        return end;
    }

    // Profit is then a straight line in the price; other models are asked bar by bar.
    private bool IsPlain(Market market) => _isUnrounded && market.EarnsAccountCurrency && account.Positions.Count == 1;

    private int Flat(int from, int to, Span<double> equity)
    {
        if (account.Positions.Count != 0)
        {
            return from;
        }

        if (!equity.IsEmpty)
        {
            equity[from..to].Fill(account.Money.Sum(account.Balance, 0));
        }

        return to;
    }

    private int Holding(Market market, SimulatedPosition position, PointBars bars, int from, int to, Span<double> equity)
    {
        if (bars.Times[to - 1] >= market.NextRollover)
        {
            to = Math.Max(from, bars.FirstAt(market.NextRollover));
        }

        var seen = new PriceRange(position.Lowest, position.Highest);
        var side = new OwnSide(bars, position.Direction < 0);
        int end = side.WalkWithin(position.LowTrigger, position.HighTrigger, from, to, ref seen);
        (position.Lowest, position.Highest) = (seen.Lowest, seen.Highest);
        if (!equity.IsEmpty)
        {
            var line = new EquityLine(account.Balance, position.Swap, position.Entry, position.Direction, position.Steps * market.Units.PerStep, market.Units.Scale);
            side.Value(line, from, equity[from..end]);
        }

        return end;
    }
}
