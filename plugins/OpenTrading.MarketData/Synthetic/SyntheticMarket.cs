using OpenTrading.Sdk.Market;

namespace OpenTrading.MarketData.Synthetic;

/// <summary>An instrument of the synthetic feed: its units, and how its price moves.</summary>
public sealed record SyntheticMarket
{
    /// <summary>Digits and typical spread are taken from it.</summary>
    public required Instrument Instrument { get; init; }

    /// <summary>Price around which the market moves, price units.</summary>
    public required double BasePrice { get; init; }

    /// <summary>About the standard deviation of the yearly log return, as a fraction.</summary>
    /// <value>Default 0.10. Range 0.001 to 2.</value>
    public double Volatility { get; init; } = 0.10;

    /// <summary>Spread in points: the instrument's typical one, or 10 where it names none.</summary>
    public int SpreadPoints => Instrument.TypicalSpreadPoints > 0 ? Instrument.TypicalSpreadPoints : 10;

    /// <summary>A market at a price usual for the kind of instrument.</summary>
    public static SyntheticMarket For(Instrument instrument) => new()
    {
        Instrument = instrument,
        BasePrice = instrument.AssetClass switch
        {
            AssetClass.Fx => instrument.Digits <= 3 ? 120 : 1.1,
            AssetClass.Metal => instrument.BaseCurrency == "XAU" ? 2000 : 25,
            AssetClass.Index => 5000,
            AssetClass.Crypto => 30_000,
            _ => 100,
        },
        Volatility = instrument.AssetClass switch { AssetClass.Fx => 0.08, AssetClass.Crypto => 0.6, _ => 0.16 },
    };
}
