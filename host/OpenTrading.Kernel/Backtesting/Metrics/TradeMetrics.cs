using OpenTrading.Sdk.Statistics;
using OpenTrading.Simulation.Fills;

namespace OpenTrading.Kernel.Backtesting.Metrics;

/// <summary>Results of the closed trades, after commission and swap, account currency. A trade of exactly nothing is neither won nor lost.</summary>
/// <threadsafety>Immutable.</threadsafety>
public sealed record TradeMetrics
{
    private const int SqnCap = 100;

    /// <summary>Closed positions and parts.</summary>
    public required int Closed { get; init; }

    /// <summary>Those with a net above 0.</summary>
    public required int Winners { get; init; }

    /// <summary>Those with a net below 0.</summary>
    public required int Losers { get; init; }

    /// <summary>Winners over all.</summary>
    public double WinRate => (double)Winners / Closed;

    /// <summary>Sum of the winners' nets.</summary>
    public required double GrossProfit { get; init; }

    /// <summary>Sum of the losers' nets, negative.</summary>
    public required double GrossLoss { get; init; }

    /// <summary>Gross profit over gross loss. NaN without a loss.</summary>
    public double ProfitFactor => GrossLoss < 0 ? GrossProfit / -GrossLoss : double.NaN;

    /// <summary>Mean net.</summary>
    public required double Expectancy { get; init; }

    /// <summary>Mean net of the winners.</summary>
    public double AverageWin => Winners > 0 ? GrossProfit / Winners : double.NaN;

    /// <summary>Mean net of the losers, negative.</summary>
    public double AverageLoss => Losers > 0 ? GrossLoss / Losers : double.NaN;

    /// <summary>Average win over average loss.</summary>
    public double PayoffRatio => AverageWin / -AverageLoss;

    /// <summary>Largest net above 0; NaN without a winner.</summary>
    public required double LargestWin { get; init; }

    /// <summary>Lowest net below 0; NaN without a loser.</summary>
    public required double LargestLoss { get; init; }

    /// <summary>System quality number (Tharp): root of the number of trades times mean over deviation of the nets.</summary>
    public required double Sqn { get; init; }

    /// <summary>The same with the number of trades capped at 100.</summary>
    public required double Sqn100 { get; init; }

    /// <summary>Longest run of winners.</summary>
    public required int MaxConsecutiveWins { get; init; }

    /// <summary>Longest run of losers.</summary>
    public required int MaxConsecutiveLosses { get; init; }

    internal static MetricGroup Group { get; } = new("Trades",
    [
        new("closedTrades", "Closed trades", MetricUnit.Count, MetricAim.None, "Positions and parts of positions that were closed.", s => s.Trades.Closed),
        new("fills", "Fills", MetricUnit.Count, MetricAim.None, "Executions.", s => s.Run.Fills.Count),
        new("winners", "Winners", MetricUnit.Count, MetricAim.None, "Trades with a net above zero.", s => s.Trades.Winners),
        new("losers", "Losers", MetricUnit.Count, MetricAim.None, "Trades with a net below zero.", s => s.Trades.Losers),
        new("winRate", "Win rate", MetricUnit.Fraction, MetricAim.Higher, "Winners over all trades.", s => s.Trades.WinRate),
        new("grossProfit", "Sum of wins", MetricUnit.Money, MetricAim.Higher, "Net of all winners.", s => s.Trades.GrossProfit),
        new("grossLoss", "Sum of losses", MetricUnit.Money, MetricAim.Higher, "Net of all losers.", s => s.Trades.GrossLoss),
        new("profitFactor", "Profit factor", MetricUnit.Ratio, MetricAim.Higher, "Sum of wins over sum of losses.", s => s.Trades.ProfitFactor),
        new("expectancy", "Expectancy", MetricUnit.Money, MetricAim.Higher, "Mean net of a trade.", s => s.Trades.Expectancy),
        new("averageWin", "Average win", MetricUnit.Money, MetricAim.Higher, "Mean net of the winners.", s => s.Trades.AverageWin),
        new("averageLoss", "Average loss", MetricUnit.Money, MetricAim.Higher, "Mean net of the losers.", s => s.Trades.AverageLoss),
        new("payoffRatio", "Payoff ratio", MetricUnit.Ratio, MetricAim.Higher, "Average win over average loss.", s => s.Trades.PayoffRatio),
        new("largestWin", "Largest win", MetricUnit.Money, MetricAim.Higher, "Best trade.", s => s.Trades.LargestWin),
        new("largestLoss", "Largest loss", MetricUnit.Money, MetricAim.Higher, "Worst trade.", s => s.Trades.LargestLoss),
        new("sqn", "System quality number", MetricUnit.Ratio, MetricAim.Higher, "Root of the number of trades times mean over deviation of the nets.", s => s.Trades.Sqn),
        new("sqn100", "System quality, 100 trades", MetricUnit.Ratio, MetricAim.Higher, "The same with at most 100 trades counted.", s => s.Trades.Sqn100),
        new("maxConsecutiveWins", "Longest winning run", MetricUnit.Count, MetricAim.Higher, "Winners in a row.", s => s.Trades.MaxConsecutiveWins),
        new("maxConsecutiveLosses", "Longest losing run", MetricUnit.Count, MetricAim.Lower, "Losers in a row.", s => s.Trades.MaxConsecutiveLosses),
    ]);

    /// <summary>Computes them.</summary>
    public static TradeMetrics Of(IReadOnlyList<SimulatedTrade> trades)
    {
        var nets = new double[trades.Count];
        (int winners, int losers, int wins, int losses, int longestWins, int longestLosses) = (0, 0, 0, 0, 0, 0);
        (double profit, double loss, double best, double worst) = (0, 0, double.NaN, double.NaN);
        for (int i = 0; i < nets.Length; i++)
        {
            double net = nets[i] = trades[i].Net;
            wins = net > 0 ? wins + 1 : 0;
            losses = net < 0 ? losses + 1 : 0;
            longestWins = Math.Max(longestWins, wins);
            longestLosses = Math.Max(longestLosses, losses);
            if (net > 0)
            {
                winners++;
                profit += net;
                best = double.IsNaN(best) ? net : Math.Max(best, net);
            }
            else if (net < 0)
            {
                losers++;
                loss += net;
                worst = double.IsNaN(worst) ? net : Math.Min(worst, net);
            }
        }

        return new TradeMetrics
        {
            Closed = nets.Length,
            Winners = winners,
            Losers = losers,
            GrossProfit = profit,
            GrossLoss = loss,
            Expectancy = Moments.Mean(nets),
            LargestWin = best,
            LargestLoss = worst,
            Sqn = Quality(nets, nets.Length),
            Sqn100 = Quality(nets, Math.Min(nets.Length, SqnCap)),
            MaxConsecutiveWins = longestWins,
            MaxConsecutiveLosses = longestLosses,
        };
    }

    /// <summary>Root of the count times mean over deviation; NaN where the values do not vary.</summary>
    internal static double Quality(ReadOnlySpan<double> values, int count)
    {
        double deviation = Moments.Deviation(values);
        return deviation > 0 ? Math.Sqrt(count) * Moments.Mean(values) / deviation : double.NaN;
    }
}
