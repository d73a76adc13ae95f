using System.Collections.Concurrent;
using OpenTrading.Features.Tests.Support;
using OpenTrading.Kernel.Storage;
using OpenTrading.Sdk.Calendars;
using OpenTrading.Sdk.Charts;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Desks;
using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Plugins;
using OpenTrading.Sdk.Signals;

namespace OpenTrading.Alerts.Tests.Support;

/// <summary>A recorded market with a folder for records, a secret, and an ear for what is told and noted.</summary>
internal sealed class AlertsContext(RecordedMarket recorded, string folder) : IPluginContext, IPluginRecords, IJournalNotes, IEvents
{
    public const string SigningSecret = "a secret of the tests";

    private readonly IPluginContext _inner = recorded.Context();
    private readonly ConcurrentDictionary<string, RecordFile> _files = new();

    /// <summary>What was noted in the journal.</summary>
    public ConcurrentQueue<(string Type, IReadOnlyList<(string Name, string? Value)> Facts)> Noted { get; } = new();

    /// <summary>What was told.</summary>
    public ConcurrentQueue<(string Name, IReadOnlyList<(string Name, object? Value)> Facts)> Told { get; } = new();

    public TimeProvider Clock => _inner.Clock;

    public TimeProvider Wall => TimeProvider.System;

    public int Seed => 1;

    public BrokerDay Day => _inner.Day;

    public IBarStore Store => _inner.Store;

    public IHistoryKeeper History => _inner.History;

    public IReadOnlyDictionary<string, Instrument> Instruments => _inner.Instruments;

    public IMarketData Market => _inner.Market;

    public IIndicatorCatalog Indicators => _inner.Indicators;

    public ISignals Signals => _inner.Signals;

    public IOrderDesk Orders => _inner.Orders;

    public IWatchlists Watchlists => _inner.Watchlists;

    public IEconomicCalendar Calendar => throw new NotSupportedException();

    public IChartShelf Charts => throw new NotSupportedException();

    public string PathInHome(string path) => throw new NotSupportedException();

    public IPluginState State => _inner.State;

    public IPluginRecords Records => this;

    public IJournalNotes Notes => this;

    public IEvents Events => this;

    public string? SecretText { get; set; } = SigningSecret;

    public string? Secret(string file) => SecretText;

    public TOptions Options<TOptions>()
        where TOptions : class, new() => new();

    public IReadOnlyList<string> Read(string file) => Of(file).Read();

    public void Append(string file, IReadOnlyList<string> records) => Of(file).Append(records);

    public void Replace(string file, IReadOnlyList<string> records) => Of(file).Replace(records);

    public void Write(string type, params IReadOnlyList<(string Name, string? Value)> facts) => Noted.Enqueue((type, facts));

    public void Tell(string name, params IReadOnlyList<(string Name, object? Value)> facts) => Told.Enqueue((name, facts));

    public async IAsyncEnumerable<MarketEvent> FollowAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        yield break;
    }

    private RecordFile Of(string file) => _files.GetOrAdd(file, f => new RecordFile(Path.Combine(folder, f + ".jsonl"), "the " + f));
}
