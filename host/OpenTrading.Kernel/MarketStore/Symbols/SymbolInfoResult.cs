using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.MarketStore.Symbols;

/// <summary>What an instrument is and in which units it trades.</summary>
public sealed record SymbolInfoResult : DataResult
{
    /// <summary>Instrument.</summary>
    public required string Symbol { get; init; }

    /// <summary>Its name at the source.</summary>
    public required string BrokerSymbol { get; init; }

    /// <summary>Kind.</summary>
    public required AssetClass AssetClass { get; init; }

    /// <summary>Decimal digits of a price.</summary>
    public required int Digits { get; init; }

    /// <summary>Smallest price step, price units.</summary>
    public required decimal Point { get; init; }

    /// <summary>Pip, price units.</summary>
    public required decimal Pip { get; init; }

    /// <summary>Units a lot.</summary>
    public required decimal ContractSize { get; init; }

    /// <summary>Smallest change of a price, price units.</summary>
    public required decimal TickSize { get; init; }

    /// <summary>Profit of one lot when the price moves by one tick, in the profit currency.</summary>
    public required decimal TickValue { get; init; }

    /// <summary>Smallest order, lots.</summary>
    public required decimal VolumeMin { get; init; }

    /// <summary>Largest order, lots.</summary>
    public required decimal VolumeMax { get; init; }

    /// <summary>Step between sizes, lots.</summary>
    public required decimal VolumeStep { get; init; }

    /// <summary>Least distance of stop and target from the price, points.</summary>
    public required int StopsLevelPoints { get; init; }

    /// <summary>Swap of a long position a night, in the unit of the swap mode; negative is paid.</summary>
    public required decimal SwapLong { get; init; }

    /// <summary>Swap of a short position a night, in the unit of the swap mode; negative is paid.</summary>
    public required decimal SwapShort { get; init; }

    /// <summary>Unit of the swap.</summary>
    public required SwapMode SwapMode { get; init; }

    /// <summary>Margin in percent of a position's value; 0 where none is asked.</summary>
    public required decimal MarginRatePct { get; init; }

    /// <summary>Currency bought.</summary>
    public required string CurrencyBase { get; init; }

    /// <summary>Currency of profit.</summary>
    public required string CurrencyProfit { get; init; }

    /// <summary>Currency of margin.</summary>
    public required string CurrencyMargin { get; init; }

    /// <summary>What the account may do with it.</summary>
    public required TradeMode TradeMode { get; init; }

    /// <summary>How orders are filled.</summary>
    public required IReadOnlyList<string> FillingModes { get; init; }
}
