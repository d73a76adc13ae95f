using OpenTrading.Sdk.Market;

namespace OpenTrading.Simulation.Tests.Support;

/// <summary>The instruments of the golden cases.</summary>
internal static class Instruments
{
    public static readonly Instrument Eurusd = Pair("EUR", "USD", 5);
    public static readonly Instrument Gbpusd = Pair("GBP", "USD", 5);
    public static readonly Instrument Usdjpy = Pair("USD", "JPY", 3);

    public static readonly Instrument Xauusd = new()
    {
        Symbol = "XAUUSD", Digits = 3, AssetClass = AssetClass.Metal, ContractSize = 100, BaseCurrency = "XAU", ProfitCurrency = "USD",
    };

    public static Instrument Pair(string baseCurrency, string profitCurrency, int digits) => new()
    {
        Symbol = baseCurrency + profitCurrency, Digits = digits, ContractSize = 100_000, BaseCurrency = baseCurrency, ProfitCurrency = profitCurrency,
    };
}
