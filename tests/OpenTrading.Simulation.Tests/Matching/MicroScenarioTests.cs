using System.Globalization;
using System.Text.Json;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Trading;
using OpenTrading.Simulation.Accounts;
using OpenTrading.Simulation.Costs;
using OpenTrading.Simulation.Matching;
using OpenTrading.Simulation.Orders;
using OpenTrading.Simulation.Tests.Support;
using OpenTrading.Tests.Shared;

namespace OpenTrading.Simulation.Tests.Matching;

/// <summary>The hand-checkable scenarios of the reference set, each run bar by bar.</summary>
public class MicroScenarioTests
{
    private static readonly Lazy<JsonElement> Reference = new(() =>
        JsonDocument.Parse(File.ReadAllText(ReferenceFiles.Reference("backtest", "micro_scenarios.json"))).RootElement);

    public static TheoryData<string> Names()
    {
        var names = new TheoryData<string>();
        if (File.Exists(ReferenceFiles.Reference("backtest", "micro_scenarios.json")))
        {
            foreach (var scenario in Reference.Value.GetProperty("scenarios").EnumerateArray())
            {
                names.Add(scenario.GetProperty("name").GetString()!);
            }
        }
        else
        {
            names.Add("absent");
        }

        return names;
    }

    [ReferenceFact("backtest", "micro_scenarios.json")]
    public void Names_ReferenceSet_HoldsThirty() => Assert.Equal(30, Names().Count);

    [ReferenceTheory("backtest", "micro_scenarios.json")]
    [MemberData(nameof(Names))]
    public void Run_Scenario_MatchesReference(string name)
    {
        JsonElement scenario = Reference.Value.GetProperty("scenarios").EnumerateArray().Single(s => s.GetProperty("name").GetString() == name);
        JsonElement config = scenario.GetProperty("config");
        var instrument = Bench.Test;
        if (config.TryGetProperty("swapPointsLongShort", out var swap))
        {
            instrument = instrument with { SwapLong = swap[0].GetDecimal(), SwapShort = swap[1].GetDecimal() };
        }

        var setup = new InstrumentSetup
        {
            Instrument = instrument,
            Spread = new FixedSpread((int)(config.GetProperty("spread").GetDecimal() / instrument.Point)),
            Slippage = config.TryGetProperty("slippage", out var slippage) ? new FixedSlippage(slippage[1].GetInt32()) : SlippageModel.None,
            Commission = new Commission(Decimal(config, "commissionPerLotPerSide") ?? 0),
        };
        var account = new AccountOptions
        {
            InitialCash = config.GetProperty("initialCash").GetDecimal(),
            Mode = Enum.Parse<AccountMode>(config.GetProperty("account").GetString()!, ignoreCase: true),
            Leverage = Decimal(config, "leverage"),
        };
        var options = new MatchingOptions
        {
            Intrabar = Enum.Parse<IntrabarModel>(config.GetProperty("intrabar").GetString()!, ignoreCase: true),
            TrailSource = config.TryGetProperty("trailSource", out var trail)
                ? Enum.Parse<TrailSource>(trail.GetString()!, ignoreCase: true)
                : TrailSource.Extreme,
        };
        var events = new Recorder();
        var engine = new MatchingEngine(account, options, [setup], events);
        DateTime[] times = [.. scenario.GetProperty("times").EnumerateArray().Select(t => Time(t.GetString()!))];
        var bars = scenario.GetProperty("barsOHLC");
        for (int i = 0; i < times.Length; i++)
        {
            engine.OnBar(0, new Bar(times[i], bars[i][0].GetDouble(), bars[i][1].GetDouble(), bars[i][2].GetDouble(), bars[i][3].GetDouble()));
            foreach (var action in scenario.GetProperty("actions").EnumerateArray().Where(a => a.GetProperty("afterBar").GetInt32() == i))
            {
                Act(engine, instrument, action);
            }
        }

        Assert.Equal(
            scenario.GetProperty("expectedFills").EnumerateArray().Select(f => string.Create(
                CultureInfo.InvariantCulture, $"{f[0].GetInt32()} {f[1].GetString()} {f[2].GetDecimal():0.##} {f[3].GetDecimal():F2} {f[4].GetString()}")),
            events.Fills.Select(f => string.Create(
                CultureInfo.InvariantCulture,
                $"{Array.IndexOf(times, f.Time)} {(f.Side == OrderSide.Buy ? 'B' : 'S')} {f.Lots:0.##} {f.Price:F2} {ReasonNames.Of(f.Reason)}")));
        Assert.Equal(
            scenario.GetProperty("rejected").EnumerateArray().Select(r => r.GetString()),
            events.Rejections.Select(r => r.Reason.ToString().ToLowerInvariant()));
        Assert.Equal(scenario.GetProperty("finalBalance").GetDouble(), engine.Balance, 1e-9);
        Assert.Equal(scenario.GetProperty("finalEquity").GetDouble(), engine.Equity, 1e-9);
        Assert.Equal(scenario.GetProperty("openPositions").GetInt32(), engine.Positions.Count);
        Assert.Equal(scenario.GetProperty("pendingOrders").GetInt32(), engine.Orders.Count);
        Assert.Equal(
            scenario.GetProperty("swaps").EnumerateArray().Select(s => (Time(s[0].GetString()!), s[1].GetInt64(), s[2].GetInt32(), s[3].GetDouble())),
            events.Swaps.Select(s => (s.Time, s.PositionId, s.Nights, Math.Round(s.Amount, 9))));
    }

    private static void Act(MatchingEngine engine, Instrument instrument, JsonElement action)
    {
        if (action.TryGetProperty("closePosition", out var position))
        {
            engine.Close(position.GetInt64(), Decimal(action, "lots"));
            return;
        }

        engine.Place(new OrderTicket
        {
            Side = action.GetProperty("side").GetString() == "B" ? OrderSide.Buy : OrderSide.Sell,
            Type = action.TryGetProperty("type", out var type) ? Enum.Parse<OrderType>(type.GetString()!, ignoreCase: true) : OrderType.Market,
            Lots = Decimal(action, "lots") ?? 1,
            Price = Decimal(action, "price"),
            LimitPrice = Decimal(action, "limitPrice"),
            StopLoss = Decimal(action, "sl"),
            TakeProfit = Decimal(action, "tp"),
            OcoGroup = (long)(Decimal(action, "oco") ?? 0),
            TrailingPoints = (int?)(Decimal(action, "trailDistance") / instrument.Point),
            DelayBars = (int?)Decimal(action, "delayBars"),
            Expiry = action.TryGetProperty("expiry", out var expiry) ? OrderExpiry.On(Time(expiry.GetString()!)) : default,
        });
    }

    private static decimal? Decimal(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.GetDecimal() : null;

    private static DateTime Time(string text) =>
        DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);
}
