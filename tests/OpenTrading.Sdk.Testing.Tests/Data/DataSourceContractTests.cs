using System.Runtime.CompilerServices;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Testing.Data;
using OpenTrading.Sdk.Testing.Markets;

namespace OpenTrading.Sdk.Testing.Tests.Data;

public sealed class DataSourceContractTests
{
    [Fact]
    public void Bars_InAnotherOrder_AreCaught() =>
        Caught.By(new Specimen { Source = { Reversed = true } }.ReadBars_AWindow_IsOrderedSoundAndNamed, "does not come after");

    [Fact]
    public void Bars_OfAnotherName_AreCaught() =>
        Caught.By(new Specimen { Source = { BarsSay = "elsewhere" } }.ReadBars_AWindow_IsOrderedSoundAndNamed, "say they come from 'elsewhere'");

    [Fact]
    public void Bars_BeyondTheEnd_AreCaught() =>
        Caught.By(new Specimen { Source = { EndIsInclusive = true } }.ReadBars_APartOfTheWindow_IsACutOfTheWhole, "lies outside");

    [Fact]
    public void Bars_StillOpen_AreCaught() =>
        Caught.By(new Specimen { Source = { ShowsOpenBar = true } }.ReadBars_IntoTheFuture_GivesClosedBarsOnly, "it is 2024-01-03");

    [Fact]
    public void Bars_OfAnUnknownSymbol_AreCaught() =>
        Caught.By(new Specimen { Source = { InventsSymbols = true } }.ReadBars_UnknownSeries_IsRefused, "DataException");

    [Fact]
    public Task Feed_ToldBeforeTheClose_IsCaught() =>
        Caught.By(new Specimen { Source = { TellsEarly = true } }.Follow_AFewEvents_ComeInOrderWhenTheyAreKnown, "its bar closes at");

    [Fact]
    public Task Feed_DeafToCancellation_IsCaught() =>
        Caught.By(new Specimen { Source = { IsDeaf = true } }.Follow_Cancelled_Ends, "goes on after cancellation");

    /// <summary>An honest source passes.</summary>
    public sealed class Honest : Specimens;

    private sealed class Specimen : Specimens;

    public abstract class Specimens : DataSourceContract
    {
        internal SampleSource Source { get; } = new();

        protected override SeriesKey Key { get; } = new("EURUSD", Timeframe.H1) { Source = "sample" };

        protected override DateTime From => SampleSource.Start.AddHours(5);

        protected override DateTime To => SampleSource.Start.AddHours(40);

        protected override DateTime Now => SampleSource.Now;

        protected override IDataSource Create() => Source;
    }

    /// <summary>A hundred hours, of which the first 48 have closed, and ways to be wrong about them.</summary>
    internal sealed class SampleSource : IDataSource
    {
        public static readonly DateTime Start = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        public static readonly DateTime Now = Start.AddHours(48.5);

        private readonly IReadOnlyList<Bar> _bars = SampleMarket.Bars(SampleMarket.EurUsd, Timeframe.H1, 100, seed: 3);

        public bool Reversed { get; set; }

        public bool EndIsInclusive { get; set; }

        public bool ShowsOpenBar { get; set; }

        public bool InventsSymbols { get; set; }

        public bool TellsEarly { get; set; }

        public bool IsDeaf { get; set; }

        public string BarsSay { get; set; } = "sample";

        public string Name => "sample";

        public bool Offers(SeriesKey key) => key.Symbol == "EURUSD";

        public BarSeries ReadBars(SeriesKey key, DateTime from, DateTime to)
        {
            if (!Offers(key) && !InventsSymbols)
            {
                throw new DataException(key.ToString(), "is not there", "Ask for EURUSD.");
            }

            DateTime closed = ShowsOpenBar ? Now : Now.AddHours(-1);
            IEnumerable<Bar> bars = _bars.Where(bar => bar.Time >= from && (bar.Time < to || (EndIsInclusive && bar.Time == to)) && bar.Time <= closed);
            return BarSeries.From(key.Symbol, Timeframe.H1, BarsSay, [.. Reversed ? bars.Reverse() : bars]);
        }

        public async IAsyncEnumerable<MarketEvent> Follow(IReadOnlyList<SeriesKey> keys, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            foreach (Bar bar in _bars.Skip(48))
            {
                await Task.Yield();
                if (!IsDeaf)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                }

                yield return new MarketEvent(keys[0], TellsEarly ? bar.Time : bar.Time.AddHours(1), bar, default);
            }
        }
    }
}
