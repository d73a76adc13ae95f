using OpenTrading.Kernel.Backtesting.Reports;
using OpenTrading.Sdk.Trading;
using OpenTrading.Simulation.Accounts;
using OpenTrading.Simulation.Matching;

namespace OpenTrading.Kernel.Tests.Backtesting.Reports;

public class AssumptionTests
{
    private static readonly ReportedAssumptions Plain = new()
    {
        Account = new AccountOptions { InitialCash = 1000 },
        Matching = new MatchingOptions(),
        Spread = "as recorded",
        Slippage = "none",
        Commission = "none",
        Swap = "none",
    };

    [Fact]
    public void Sentences_OfTicksWithDelay_SpeakOfTicks()
    {
        ReportedAssumptions assumptions = Plain with { InTicks = true, Matching = new MatchingOptions { DelayMilliseconds = 150 } };

        IReadOnlyList<string> sentences = assumptions.Sentences(0, 10);

        Assert.Contains("Orders meet recorded ticks, one by one.", sentences);
        Assert.Contains("Orders, changes and cancels reach the broker 150 ms late.", sentences);
        Assert.Contains("Spread: as recorded. Slippage: none. Commission: none. Swap: none.", sentences);
    }

    [Theory]
    [InlineData(1, "Market orders are 1 bar late.")]
    [InlineData(3, "Market orders are 3 bars late.")]
    [InlineData(0, "Orders reach the broker without delay.")]
    public void Sentences_DelayInBars_IsCounted(int bars, string expected) =>
        Assert.Contains(expected, (Plain with { Matching = new MatchingOptions { DelayBars = bars } }).Sentences(0, 0));

    [Fact]
    public void Sentences_OfALeveragedNettingAccount_NameTheStopOut()
    {
        ReportedAssumptions assumptions = Plain with
        {
            Account = new AccountOptions { InitialCash = 1000, Mode = AccountMode.Netting, Leverage = 30, MoneyRounding = MoneyRounding.Currency },
            ClosedAtEnd = true,
        };

        IReadOnlyList<string> sentences = assumptions.Sentences(0, 0);

        Assert.Contains("Netting account: one position a symbol, in USD, leverage 30, positions closed at a margin level of 50%.", sentences);
        Assert.Contains("Every booking is rounded to the account currency's digits.", sentences);
        Assert.Contains("What was open at the end was closed at the last close.", sentences);
    }

    [Fact]
    public void Sentences_OfThePathModel_TellThePath()
    {
        ReportedAssumptions assumptions = Plain with { Matching = new MatchingOptions { Intrabar = IntrabarModel.OhlcPath }, InLowerBars = true };

        Assert.Contains(
            "Bars of a lower timeframe tell what happened inside each bar. Within those: Inside a bar the price runs open, low, high, close when it rises and open, high, low, close when it falls; this decided 4 of 9 exits, whose bar held both levels.",
            assumptions.Sentences(4, 9));
    }
}
