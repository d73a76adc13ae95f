using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using OpenTrading.Features.Tests.Support;
using OpenTrading.Kernel.Storage;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Plugins;

namespace OpenTrading.Alerts.Tests.Support;

/// <summary>A recorded market with a folder for records, a secret, and an ear for what is told and noted.</summary>
internal sealed class AlertsContext(RecordedMarket recorded, string folder) : RecordedContext(recorded, []), IPluginRecords, IJournalNotes, IEvents
{
    public const string SigningSecret = "a secret of the tests";

    private readonly ConcurrentDictionary<string, RecordFile> _files = new();

    /// <summary>What was noted in the journal.</summary>
    public ConcurrentQueue<(string Type, IReadOnlyList<(string Name, string? Value)> Facts)> Noted { get; } = new();

    /// <summary>What was told.</summary>
    public ConcurrentQueue<(string Name, IReadOnlyList<(string Name, object? Value)> Facts)> Told { get; } = new();

    /// <summary>Records in the place of those in the folder; null for those.</summary>
    public IPluginRecords? Instead { get; set; }

    public override IPluginRecords Records => Instead ?? this;

    public override IJournalNotes Notes => this;

    public override IEvents Events => this;

    public string? SecretText { get; set; } = SigningSecret;

    public override string? Secret(string file) => SecretText;

    public IReadOnlyList<string> Read(string file) => Of(file).Read();

    public void Append(string file, IReadOnlyList<string> records) => Of(file).Append(records);

    public void Replace(string file, IReadOnlyList<string> records) => Of(file).Replace(records);

    public void Write(string type, params IReadOnlyList<(string Name, string? Value)> facts) => Noted.Enqueue((type, facts));

    public void Tell(string name, params IReadOnlyList<(string Name, object? Value)> facts) => Told.Enqueue((name, facts));

    public async IAsyncEnumerable<MarketEvent> FollowAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        yield break;
    }

    private RecordFile Of(string file) => _files.GetOrAdd(file, f => new RecordFile(Path.Combine(folder, f + ".jsonl"), "the " + f));
}
