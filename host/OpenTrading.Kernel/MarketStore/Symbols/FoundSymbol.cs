using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.MarketStore.Symbols;

/// <summary>An instrument at a source.</summary>
/// <param name="Symbol">Name.</param>
/// <param name="BrokerSymbol">Its name at the source.</param>
/// <param name="Description">What it is, in words.</param>
/// <param name="AssetClass">Kind.</param>
/// <param name="Source">Where its prices come from.</param>
/// <param name="Tradable">Whether the account trades it.</param>
public sealed record FoundSymbol(string Symbol, string BrokerSymbol, string Description, AssetClass AssetClass, string Source, bool Tradable)
{
    internal static FoundSymbol Of(MarketSymbol symbol, TradedMarket traded) => new(
        symbol.Instrument.Symbol, symbol.BrokerSymbol, Describe(symbol.Instrument), symbol.Instrument.AssetClass, symbol.Source, traded.Symbols.Contains(symbol.Instrument.Symbol));

    private static string Describe(Instrument instrument) => instrument.AssetClass is AssetClass.Fx or AssetClass.Metal
        ? $"{instrument.BaseCurrency} against {instrument.ProfitCurrency}"
        : $"{instrument.BaseCurrency} in {instrument.ProfitCurrency}";
}
