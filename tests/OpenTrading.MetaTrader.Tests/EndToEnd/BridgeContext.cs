using OpenTrading.MetaTrader.Tests.Support;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Plugins;
using OpenTrading.Tests.Shared.Contexts;

namespace OpenTrading.MetaTrader.Tests.EndToEnd;

/// <summary>What the bridge needs of a host, and no more.</summary>
internal sealed class BridgeContext : BareContext, IHistoryKeeper
{
    /// <summary>Token that terminals show.</summary>
    public const string Token = "end-to-end";

    public NoteLog Log { get; } = new();

    public override IHistoryKeeper History => this;

    public override IReadOnlyDictionary<string, Instrument> Instruments { get; } = new[]
    {
        new Instrument { Symbol = "EURUSD", Digits = 5, ContractSize = 100_000, BaseCurrency = "EUR", ProfitCurrency = "USD" },
        new Instrument { Symbol = "GBPUSD", Digits = 5, ContractSize = 100_000, BaseCurrency = "GBP", ProfitCurrency = "USD" },
        new Instrument { Symbol = "XAUUSD", Digits = 2, ContractSize = 100, BaseCurrency = "XAU", ProfitCurrency = "USD" },
    }.ToDictionary(i => i.Symbol);

    public override IJournalNotes Notes => Log;

    public override string? Secret(string file) => Token;

    public int Keep(BarSeries bars, int digits) => bars.Count;
}
