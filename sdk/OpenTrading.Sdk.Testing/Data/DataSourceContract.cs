using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Testing.Data;

/// <summary>What every data source promises: closed bars only, in order, exactly those asked for, under its name; a feed that keeps time and can be ended.</summary>
/// <remarks>Give the source a clock that does not wait, or a live feed of a short timeframe; the suite follows it for a few events.</remarks>
public abstract class DataSourceContract
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>A series of bars that the source offers.</summary>
    protected abstract SeriesKey Key { get; }

    /// <summary>Start of a window with at least ten bars, UTC, inclusive.</summary>
    protected abstract DateTime From { get; }

    /// <summary>End of that window, UTC, exclusive; may lie ahead of <see cref="Now"/>.</summary>
    protected abstract DateTime To { get; }

    /// <summary>UTC instant that the source takes for now.</summary>
    protected abstract DateTime Now { get; }

    /// <summary>Where the broker's day begins, for the end of daily and longer bars.</summary>
    /// <value>Default 17:00 in New York.</value>
    protected virtual BrokerDay Day => BrokerDay.NewYorkClose;

    /// <summary>Events the suite waits for when it follows the source.</summary>
    /// <value>Default 5. At least 3.</value>
    protected virtual int FollowedEvents => 5;

    /// <summary>Creates or connects the source.</summary>
    protected abstract IDataSource Create();

    /// <summary>It offers its series, and not one of a symbol nobody knows.</summary>
    [Fact]
    public void Offers_OwnAndUnknownSeries_TellsThemApart()
    {
        IDataSource source = Create();

        Assert.False(string.IsNullOrWhiteSpace(source.Name), "The source has no name; results could not say where they come from.");
        Assert.True(source.Offers(Key), $"{source.Name} does not offer {Key}, its own series.");
        Assert.False(source.Offers(Unknown), $"{source.Name} offers {Unknown}, which nobody knows.");
    }

    /// <summary>Bars are sound, strictly rising in time, of the series asked for, and name the source.</summary>
    [Fact]
    public void ReadBars_AWindow_IsOrderedSoundAndNamed()
    {
        IDataSource source = Create();
        BarSeries series = Read(source);

        Assert.Equal((Key.Symbol, Key.Timeframe), (series.Symbol, series.Timeframe));
        Assert.True(
            series.Source == source.Name || series.Source.StartsWith(source.Name + ":", StringComparison.Ordinal),
            $"The bars of {source.Name} say they come from '{series.Source}'; they must say '{source.Name}' or '{source.Name}:...'.");
        Bar[] bars = Bars(series);
        for (int i = 0; i < bars.Length; i++)
        {
            Assert.True(bars[i].IsSound, $"Bar {i} is not sound: {bars[i]}.");
            Assert.True(i == 0 || bars[i - 1].Time < bars[i].Time, $"Bar {i} at {bars[i].Time:O} does not come after the one at {bars[Math.Max(0, i - 1)].Time:O}.");
        }
    }

    /// <summary>From is inclusive and to exclusive, at the bars' opening times; the same question has the same answer.</summary>
    [Fact]
    public void ReadBars_APartOfTheWindow_IsACutOfTheWhole()
    {
        IDataSource source = Create();
        Bar[] whole = Bars(Read(source));
        int from = whole.Length / 4;
        int to = whole.Length * 3 / 4;

        Assert.All(whole, bar => Assert.True(bar.Time >= From && bar.Time < To, $"The bar at {bar.Time:O} lies outside {From:O} to {To:O}."));
        Assert.Equal(whole, Bars(source.ReadBars(Key, From, To)));
        Assert.Equal(whole[from..to], Bars(source.ReadBars(Key, whole[from].Time, whole[to].Time)));
        Assert.Equal(whole[(from + 1)..to], Bars(source.ReadBars(Key, whole[from].Time.AddTicks(1), whole[to].Time)));
        Assert.Empty(Bars(source.ReadBars(Key, whole[from].Time, whole[from].Time)));
    }

    /// <summary>A bar that has not closed is not there, however far ahead the window ends.</summary>
    [Fact]
    public void ReadBars_IntoTheFuture_GivesClosedBarsOnly()
    {
        BarSeries series = Create().ReadBars(Key, From, Now.AddDays(40));

        Assert.All(Bars(series), bar => Assert.True(End(bar) <= Now, $"The bar at {bar.Time:O} closes at {End(bar):O}; it is {Now:O}."));
    }

    /// <summary>A series the source does not have is refused, never made up.</summary>
    [Fact]
    public void ReadBars_UnknownSeries_IsRefused()
    {
        IDataSource source = Create();

        Assert.Throws<DataException>(() => source.ReadBars(Unknown, From, To));
    }

    /// <summary>Followed events belong to the series, come in order of time, and no bar before it closed.</summary>
    [Fact]
    public async Task Follow_AFewEvents_ComeInOrderWhenTheyAreKnown()
    {
        using var patience = new CancellationTokenSource(Patience);
        IDataSource source = Create();
        var events = new List<MarketEvent>();
        try
        {
            await foreach (MarketEvent next in source.Follow([Key], patience.Token).WithCancellation(patience.Token).ConfigureAwait(false))
            {
                events.Add(next);
                if (events.Count == FollowedEvents)
                {
                    break;
                }
            }
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            // Told below, with what had come by then.
        }

        Assert.True(events.Count == FollowedEvents, $"{source.Name} delivered {events.Count} of {FollowedEvents} events in {Patience.TotalSeconds:0} s.");
        for (int i = 0; i < events.Count; i++)
        {
            MarketEvent each = events[i];
            Assert.Equal((Key.Symbol, Key.Timeframe), (each.Key.Symbol, each.Key.Timeframe));
            Assert.True(each.Bar.IsSound, $"Event {i} carries a bar that is not sound: {each.Bar}.");
            Assert.True(each.Time >= End(each.Bar), $"Event {i} is told at {each.Time:O}; its bar closes at {End(each.Bar):O}.");
            Assert.True(i == 0 || events[i - 1].Time <= each.Time, $"Event {i} at {each.Time:O} comes after the one at {events[Math.Max(0, i - 1)].Time:O}.");
            Assert.True(i == 0 || events[i - 1].Bar.Time < each.Bar.Time, $"Event {i} tells the bar at {each.Bar.Time:O} again, or an earlier one.");
        }
    }

    /// <summary>A cancelled feed ends, by ending or by the usual exception, and delivers at most the event it was about to.</summary>
    [Fact]
    public async Task Follow_Cancelled_Ends()
    {
        using var cancellation = new CancellationTokenSource();
        IDataSource source = Create();
        IAsyncEnumerator<MarketEvent> feed = source.Follow([Key], cancellation.Token).GetAsyncEnumerator(cancellation.Token);
        int late = 0;
        try
        {
            Assert.True(await Next(feed).ConfigureAwait(false), $"{source.Name} ended before its first event.");
            await cancellation.CancelAsync().ConfigureAwait(false);
            while (late < 2 && await Next(feed).ConfigureAwait(false))
            {
                late++;
            }
        }
        catch (OperationCanceledException)
        {
            // The usual way to end.
        }

        Assert.True(late < 2, $"{source.Name} goes on after cancellation. Pass the token to every wait, and look at it before every event.");
    }

    private static SeriesKey Unknown { get; } = new("NO-SUCH-SYMBOL", Timeframe.H1);

    private static Bar[] Bars(BarSeries series) => [.. Enumerable.Range(0, series.Count).Select(i => series[i])];

    // A feed that neither delivers nor ends must fail the test, not hang it.
    private static Task<bool> Next(IAsyncEnumerator<MarketEvent> feed) => feed.MoveNextAsync().AsTask().WaitAsync(Patience);

    private DateTime End(Bar bar) => BarPeriod.OfBar(Key.Timeframe!.Value, bar.Time, Day).End;

    private BarSeries Read(IDataSource source)
    {
        BarSeries series = source.ReadBars(Key, From, To);
        Assert.True(series.Count >= 10, $"{Key} has {series.Count} bars from {From:O} to {To:O}; the suite needs at least 10.");
        return series;
    }
}
