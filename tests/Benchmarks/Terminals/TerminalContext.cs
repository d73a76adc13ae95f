using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Plugins;
using OpenTrading.Tests.Shared.Contexts;

namespace OpenTrading.Benchmarks.Terminals;

/// <summary>What the bridge needs of a host, and no more.</summary>
internal sealed class TerminalContext : BareContext, IHistoryKeeper, IJournalNotes, IPluginRecords
{
    public const string Token = "benchmark";

    public override IHistoryKeeper History => this;

    public override IReadOnlyDictionary<string, Instrument> Instruments { get; } = new Dictionary<string, Instrument>
    {
        ["EURUSD"] = new() { Symbol = "EURUSD", Digits = 5, ContractSize = 100_000, BaseCurrency = "EUR", ProfitCurrency = "USD" },
    };

    public override IMarketData Market => throw new CapabilityException(ErrorCode.DataUnavailable, "The benchmark has no prices but those it tells", "Tell some.");

    public override IPluginRecords Records => this;

    public override IJournalNotes Notes => this;

    public override string? Secret(string file) => Token;

    public IReadOnlyList<string> Read(string file) => [];

    public void Append(string file, IReadOnlyList<string> records)
    {
    }

    public void Replace(string file, IReadOnlyList<string> records)
    {
    }

    public int Keep(BarSeries bars, int digits) => bars.Count;

    public void Write(string type, params IReadOnlyList<(string Name, string? Value)> facts)
    {
    }
}
