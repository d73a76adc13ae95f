using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Trading;
using OpenTrading.Simulation.Accounts;
using OpenTrading.Simulation.Bars;
using OpenTrading.Simulation.Costs;
using OpenTrading.Simulation.Currencies;
using OpenTrading.Simulation.Matching;
using OpenTrading.Simulation.Orders;
using OpenTrading.Simulation.Tests.Support;

namespace OpenTrading.Simulation.Tests.Currencies;

public class ConversionTests
{
    private static readonly DateTime Start = new(2024, 1, 8, 0, 0, 0, DateTimeKind.Utc);
    private readonly Recorder _events = new();

    [Fact]
    public void Close_BaseIsTheAccountCurrency_DividesByTheClosingPrice()
    {
        var engine = Engine([new InstrumentSetup { Instrument = Instruments.Usdjpy }]);
        Feed(engine, 0, 0, 150, 150);
        engine.Place(Buy(0));
        Feed(engine, 0, 1, 150, 151);
        Assert.Equal(100_000 / 151.0, engine.FloatingProfit(engine.Positions[0]), 1e-9);
        engine.Close(1);
        Feed(engine, 0, 2, 152, 152);

        Assert.Equal(200_000 / 152.0, _events.Fills[^1].GrossProfit, 1e-9);
    }

    [Theory]
    [InlineData(0.80, 1000 * 1.25)]
    [InlineData(0.78, -1000 * 1.26)]
    public void Close_PairMultiplies_CreditsAtBidAndDebitsAtAsk(double exit, double expected)
    {
        var engine = Engine(
        [
            new InstrumentSetup { Instrument = Instruments.Gbpusd, Spread = new FixedSpread(1000) },
            new InstrumentSetup { Instrument = Instruments.Pair("EUR", "GBP", 5), Conversion = ConversionSource.From(0) },
        ]);
        TradeEuro(engine, exit, conversion: 1.25);

        Assert.Equal(expected, _events.Fills[^1].GrossProfit, 1e-6);
    }

    [Theory]
    [InlineData(0.80, 1000 / 0.91)]
    [InlineData(0.78, -1000 / 0.90)]
    public void Close_PairDivides_CreditsAtAskAndDebitsAtBid(double exit, double expected)
    {
        var engine = Engine(
        [
            new InstrumentSetup { Instrument = Instruments.Pair("USD", "CHF", 5), Spread = new FixedSpread(1000) },
            new InstrumentSetup { Instrument = Instruments.Pair("EUR", "CHF", 5), Conversion = ConversionSource.From(0) },
        ]);
        TradeEuro(engine, exit, conversion: 0.90);

        Assert.Equal(expected, _events.Fills[^1].GrossProfit, 1e-6);
    }

    [Fact]
    public void Close_PairFromBars_UsesTheOpenOfTheSameTimeElseTheLastCloseAndMarksAtTheClose()
    {
        var pair = BarSeries.From("GBPUSD", Timeframe.H1, "test",
        [
            new Bar(Start, 1.2, 1.3, 1.1, 1.25, 0, 0), new Bar(Start.AddHours(1), 1.4, 1.5, 1.3, 1.5, 0, 0),
        ]);
        var source = ConversionSource.From(PointBars.From(Instruments.Gbpusd, pair, SpreadModel.Recorded));
        var engine = Engine([new InstrumentSetup { Instrument = Instruments.Pair("EUR", "GBP", 5), Conversion = source }]);
        Feed(engine, 0, 0, 0.79, 0.79);
        engine.Place(Buy(0));
        engine.Place(Buy(0));
        Feed(engine, 0, 1, 0.79, 0.80);
        Assert.Equal(1000 * 1.5, engine.FloatingProfit(engine.Positions[0]), 1e-6);
        engine.Close(1);
        Feed(engine, 0, 2, 0.80, 0.80);

        Assert.Equal(1000 * 1.5, _events.Fills[^1].GrossProfit, 1e-6);
        Assert.Equal(79_000 * 1.4, _events.Fills[0].Notional, 1e-6);
    }

    [Fact]
    public void Equity_PairOneBarAhead_StillUsesTheCloseBefore()
    {
        var engine = Engine(
        [
            new InstrumentSetup { Instrument = Instruments.Gbpusd },
            new InstrumentSetup { Instrument = Instruments.Pair("EUR", "GBP", 5), Conversion = ConversionSource.From(0) },
        ]);
        Feed(engine, 0, 0, 1.25, 1.25);
        Feed(engine, 1, 0, 0.79, 0.79);
        engine.Place(Buy(1));
        Feed(engine, 0, 1, 1.25, 1.30);
        Feed(engine, 1, 1, 0.79, 0.80);
        Assert.Equal(1_000_000 + (1000 * 1.30), engine.Equity, 1e-6);
        Feed(engine, 0, 2, 1.31, 1.40);

        Assert.Equal(1_000_000 + (1000 * 1.30), engine.Equity, 1e-6);
    }

    [Fact]
    public void Place_NoRateYet_IsRejected()
    {
        var engine = Engine(
        [
            new InstrumentSetup { Instrument = Instruments.Gbpusd },
            new InstrumentSetup { Instrument = Instruments.Pair("EUR", "GBP", 5), Conversion = ConversionSource.From(0) },
        ]);
        Feed(engine, 1, 0, 0.79, 0.79);
        engine.Place(Buy(1));
        Feed(engine, 1, 1, 0.79, 0.79);

        Assert.Equal(RejectionReason.ConversionRate, Assert.Single(_events.Rejections).Reason);
    }

    [Fact]
    public void Constructor_MissingOrWrongSource_NamesThePairs()
    {
        var cross = Instruments.Pair("EUR", "GBP", 5);

        Assert.Throws<ArgumentException>(() => Engine([new InstrumentSetup { Instrument = cross }]));
        string message = Assert.Throws<ArgumentException>(() => Engine(
        [
            new InstrumentSetup { Instrument = Instruments.Eurusd },
            new InstrumentSetup { Instrument = cross, Conversion = ConversionSource.From(0) },
        ])).Message;
        Assert.Contains("GBPUSD", message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Engine([new InstrumentSetup { Instrument = cross, Conversion = ConversionSource.From(0) }]));
    }

    private static void TradeEuro(MatchingEngine engine, double exit, double conversion)
    {
        Feed(engine, 0, 0, conversion, conversion);
        Feed(engine, 1, 0, 0.79, 0.79);
        engine.Place(Buy(1));
        Feed(engine, 0, 1, conversion, conversion);
        Feed(engine, 1, 1, 0.79, 0.79);
        engine.Close(1);

        // Inside the bar the rate is the pair's open, not the close it moves to.
        Feed(engine, 0, 2, conversion, conversion * 1.1);
        Feed(engine, 1, 2, exit, exit);
    }

    private MatchingEngine Engine(InstrumentSetup[] setups) => new(new AccountOptions { InitialCash = 1_000_000 }, new MatchingOptions(), setups, _events);

    private static void Feed(MatchingEngine engine, int instrument, int hour, double open, double close) =>
        engine.OnBar(instrument, new Bar(Start.AddHours(hour), open, Math.Max(open, close), Math.Min(open, close), close, 0, 0));

    private static OrderTicket Buy(int instrument) => new() { InstrumentIndex = instrument, Side = OrderSide.Buy, Lots = 1 };
}
