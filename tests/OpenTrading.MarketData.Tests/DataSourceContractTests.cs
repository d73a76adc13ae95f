using OpenTrading.MarketData.Replay;
using OpenTrading.MarketData.Synthetic;
using OpenTrading.MarketData.Tests.Import;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Testing.Data;
using OpenTrading.Sdk.Testing.Markets;

namespace OpenTrading.MarketData.Tests;

/// <summary>The shipped sources keep the contract that every plugin author's do.</summary>
public static class DataSourceContractTests
{
    private static readonly DateTime Monday = TemporaryFolder.Utc("2026-03-02 10:00:02");

    public sealed class OfSyntheticFeed : DataSourceContract
    {
        protected override SeriesKey Key { get; } = new("EURUSD", Timeframe.M15) { Source = SyntheticFeed.SourceName };

        protected override DateTime From => Now.AddHours(-12);

        protected override DateTime To => Now.AddHours(1);

        protected override DateTime Now => Monday;

        protected override IDataSource Create() =>
            new SyntheticFeed([SyntheticMarket.For(SampleMarket.EurUsd)], 1, BrokerDay.NewYorkClose, new ManualClock(Monday));
    }

    public sealed class OfReplayFeed : DataSourceContract, IDisposable
    {
        private readonly Imported _imported = new();

        protected override SeriesKey Key { get; } = new("EURUSD", Timeframe.H1);

        protected override DateTime From => TemporaryFolder.Utc("2024-01-01");

        protected override DateTime To => TemporaryFolder.Utc("2024-01-03");

        protected override DateTime Now => Monday;

        public void Dispose() => _imported.Dispose();

        protected override IDataSource Create() => new ReplayFeed(_imported.Hours(), BrokerDay.NewYorkClose, new ManualClock(Monday), speed: 3600);
    }

    private sealed class Imported : ImportTests
    {
        public IBarStore Hours()
        {
            IEnumerable<string> rows = SampleMarket.Bars(SampleMarket.EurUsd, Timeframe.H1, 60, seed: 4)
                .Select(bar => FormattableString.Invariant($"{bar.Time:yyyy-MM-dd HH:mm},{bar.Open},{bar.High},{bar.Low},{bar.Close}\n"));
            Bars(string.Concat(rows));
            return Store;
        }
    }
}
