using System.Security.Cryptography;
using System.Text;
using OpenTrading.Sdk.Trading;
using OpenTrading.Simulation.Fills;
using OpenTrading.Simulation.Matching;
using OpenTrading.Simulation.Tests.Support;

namespace OpenTrading.Simulation.Tests.Fills;

public class OrderListHashTests
{
    [Fact]
    public void Current_NoFills_IsTheHashOfTheEmptyString()
    {
        using var hash = new OrderListHash();
        Assert.Equal("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", hash.Current());
    }

    [Fact]
    public void Line_OneFill_HasEightDecimalsAndTheSymbolsDigits()
    {
        var bench = new Bench(setup: new InstrumentSetup { Instrument = Instruments.Eurusd });
        bench.BarsFrom(new DateTime(2007, 1, 3, 11, 0, 0, DateTimeKind.Utc));
        bench.Bar(1.32, 1.33, 1.31, 1.32, 0);
        bench.Market(OrderSide.Sell);
        bench.Bar(1.32221, 1.33, 1.31, 1.32, 0);

        Assert.Equal("1;2007-01-03T12:00:00.000Z;EURUSD;S;1.00000000;1.32221", OrderListHash.Line(1, bench.Events.Fills[0]));
    }

    [Fact]
    public void Current_ManyFills_IsTheHashOfTheirLines()
    {
        var bench = new Bench(setup: new InstrumentSetup { Instrument = Instruments.Eurusd });
        for (int i = 0; i < 400; i++)
        {
            bench.Bar(1.32, 1.33, 1.31, 1.32, 0);
            bench.Market(i % 3 == 0 ? OrderSide.Sell : OrderSide.Buy);
        }

        string text = string.Concat(bench.Events.Fills.Select((fill, i) => OrderListHash.Line(i + 1, fill) + "\n"));

        Assert.Equal(399, bench.Events.Fills.Count);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))), bench.Events.Hash());
    }

    [Fact]
    public void Current_AskedTwice_DoesNotDisturbTheStream()
    {
        var bench = new Bench();
        bench.Bar(100, 101, 99, 100);
        bench.Market(OrderSide.Buy);
        bench.Bar(100, 101, 99, 100);
        using var hash = new OrderListHash();
        string empty = hash.Current();
        hash.Add(bench.Events.Fills[0]);

        Assert.NotEqual(empty, hash.Current());
        Assert.Equal(hash.Current(), bench.Events.Hash());
    }
}
