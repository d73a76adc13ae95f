using System.Globalization;
using OpenTrading.Host.Configuration;
using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.Orders;
using OpenTrading.Kernel.Risk;
using OpenTrading.Kernel.Risk.Gate;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;
using OpenTrading.Tests.Shared;

namespace OpenTrading.Host.Tests.Configuration;

/// <summary>The limits of firms as files, against the figures of the risk document. Initial capital 100,000, or 50,000 where a test says so.</summary>
public sealed class PropPresetTests
{
    [Theory]
    [InlineData("ftmo-2step", "daily_dd_reference.zone=Europe/Prague daily_dd_reference.ref=balance daily_loss_max.frac=0.05 daily_loss_max.of=initial total_dd_static.frac=0.10 min_trading_days.n=4")]
    [InlineData("ftmo-1step", "daily_dd_reference.zone=Europe/Prague daily_dd_reference.ref=balance daily_loss_max.frac=0.03 daily_loss_max.of=initial total_dd_static.frac=0.10 total_dd_trailing.frac=0.10 total_dd_trailing.mode=eod_balance consistency_max_day_share.share=0.50 consistency_max_day_share.target=10000")]
    [InlineData("the5ers", "daily_dd_reference.zone=America/New_York daily_dd_reference.time=17:00 daily_dd_reference.ref=max daily_loss_max.frac=0.05 daily_loss_max.of=reference total_dd_static.frac=0.10 news_blackout.before=2 news_blackout.after=2 inactivity_max.days=30")]
    [InlineData("trailing", "total_dd_static.frac=0.10 total_dd_trailing.frac=0.04 total_dd_trailing.mode=intraday_equity total_dd_trailing.lock=initial")]
    public void Load_Preset_CarriesItsLimitsAndNoOthers(string preset, string limits)
    {
        HostConfiguration configuration = Load(preset);
        string[] stated = [.. configuration.Items.Where(i => i.Origin.Contains($"prop-{preset}.toml", StringComparison.Ordinal)).Select(i => $"{i.Key}={i.Value}").Order()];

        Assert.Equal([.. limits.Split(' ').Select(l => $"risk.{l}").Append("kill.on_loss=3").Order()], stated);
    }

    // Balance and equity at each reset, and the floors of the day and of all time that the firm then holds. The host stops 500 above the higher.
    [Theory]
    [InlineData("ftmo-2step", "100000/100000 95000", "103000/103000 98000", "98600/97900 93600", "95200/95200 90200")]
    [InlineData("ftmo-1step", "100000/100000 97000", "105200/105200 102200", "103900/104300 100900", "101500/101500 98500")]
    [InlineData("the5ers", "100000/100000 95000", "101000/102500 97375", "102500/100800 97375")]
    public void Days_OfTheDocument_HaveTheirHighestFloor(string preset, params string[] days)
    {
        var account = new PresetAccount(Load(preset));
        foreach (string day in days)
        {
            string[] parts = day.Split(' ');
            decimal[] money = [.. parts[0].Split('/').Select(Money)];
            account.Reset(money[0], money[1]);

            Assert.Equal(new LossFloor(Money(parts[1]), 500m), account.Floor);
        }
    }

    // Equities one after the other; below 48,000 the static floor of 45,000 is the lower one.
    [Fact]
    public void Equities_OfTheTrailingPreset_RaiseTheFloorUpToTheCapital()
    {
        var account = new PresetAccount(Load("trailing"), 50_000m);
        account.Reset(50_000m, 50_000m);

        Assert.Equal(
            [48_000m, 49_200m, 49_200m, 50_000m, 50_000m],
            ((decimal[])[50_000m, 51_200m, 49_900m, 52_600m, 50_000m]).Select(equity => account.See(equity)));
    }

    [Fact]
    public void Trailing_EndOfDay_KeepsTheHighestBalance()
    {
        var account = new PresetAccount(Load("ftmo-1step"));
        account.Reset(100_000m, 100_000m);
        account.Reset(105_200m, 105_200m);
        account.Reset(95_000m, 95_000m);

        Assert.Equal(95_200m, account.Floor!.Highest);
    }

    private static HostConfiguration Load(string preset) =>
        ConfigurationLoader.Load(Path.Combine(ReferenceFiles.RepositoryRoot, "config", $"prop-{preset}.toml"), new Dictionary<string, string>());

    private static decimal Money(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>An account under a preset, from one reset to the next.</summary>
    private sealed class PresetAccount
    {
        private readonly RiskGate _gate;
        private readonly AccountState _state;
        private DateTime _now = new(2026, 1, 4, 23, 30, 0, DateTimeKind.Utc);

        public PresetAccount(HostConfiguration configuration, decimal capital = 100_000m)
        {
            var journal = new Nowhere();
            _gate = new RiskGate(configuration.Rules, new MintLedger());
            _state = new AccountState(journal, configuration.Risk with { InitialCapital = capital }, new NoKill(), new OrderLedger(journal, new ClientOrderIds("test"))) { FollowsEquity = _gate.FollowsEquity };
        }

        public LossFloor? Floor => _gate.Floor(_state.ForRules());

        public void Reset(decimal balance, decimal equity) => _state.Advance(_now = _now.AddDays(1), () => Snapshot(balance, equity));

        public decimal See(decimal equity)
        {
            _state.Advance(_now = _now.AddSeconds(1), () => Snapshot(equity, equity));
            return Floor!.Highest;
        }

        private AccountSnapshot Snapshot(decimal balance, decimal equity) => new("paper@sim", AccountKind.Simulated, "USD", AccountMode.Hedging, balance, equity, 0, 0, _now);
    }

    private sealed class Nowhere : IJournal
    {
        private long _sequence;

        public long Append(string actor, string type, JournalPayload payload, Durability durability) => ++_sequence;
    }

    private sealed class NoKill : IKillLevel
    {
        public int Level => 0;
    }
}
