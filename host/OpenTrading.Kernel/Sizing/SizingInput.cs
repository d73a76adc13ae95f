using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Sizing;

/// <summary>What a size is computed from.</summary>
/// <param name="Instrument">The instrument.</param>
/// <param name="Account">The account.</param>
/// <param name="Entry">Entry price.</param>
/// <param name="Stop">Stop price; null without a stop.</param>
/// <param name="Rates">Conversion rates.</param>
public readonly record struct SizingInput(Instrument Instrument, AccountSnapshot Account, decimal Entry, decimal? Stop, CurrencyConverter Rates);
