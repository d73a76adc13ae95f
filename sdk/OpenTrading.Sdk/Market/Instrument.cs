namespace OpenTrading.Sdk.Market;

/// <summary>What can be traded and in which units. Everything a size, a price or a profit needs to be exact.</summary>
/// <threadsafety>Immutable.</threadsafety>
public sealed record Instrument
{
    /// <summary>Name, case-sensitive, such as <c>EURUSD</c>.</summary>
    public required string Symbol { get; init; }

    /// <summary>Decimal digits of a price. Range 0 to 8.</summary>
    public required int Digits { get; init; }

    /// <summary>Kind of instrument.</summary>
    public AssetClass AssetClass { get; init; } = AssetClass.Fx;

    /// <summary>Units per lot, such as 100,000 for a currency pair.</summary>
    public required decimal ContractSize { get; init; }

    /// <summary>Currency bought, ISO 4217 or the broker's name; the margin currency of currency pairs.</summary>
    public required string BaseCurrency { get; init; }

    /// <summary>Currency in which profit accrues.</summary>
    public required string ProfitCurrency { get; init; }

    /// <summary>Smallest order, lots.</summary>
    public decimal VolumeMin { get; init; } = 0.01m;

    /// <summary>Step between order sizes, lots.</summary>
    public decimal VolumeStep { get; init; } = 0.01m;

    /// <summary>Largest order, lots.</summary>
    public decimal VolumeMax { get; init; } = 100m;

    /// <summary>Most lots of one direction that the broker lets stand together, positions and orders; 0 for any.</summary>
    public decimal VolumeLimit { get; init; }

    /// <summary>Smallest distance of stops, targets and pending prices from the market, points; 0 for none.</summary>
    public int StopsLevel { get; init; }

    /// <summary>Distance from the market within which the broker changes nothing any more, points; 0 for none.</summary>
    public int FreezeLevel { get; init; }

    /// <summary>Smallest price change the venue accepts, price units. Default: one point.</summary>
    public decimal TickSize
    {
        get => field == 0 ? Point : field;
        init;
    }

    /// <summary>Display unit of distances, price units. Default by asset class: 10 points of a currency pair with 3 or 5 digits.</summary>
    public decimal Pip
    {
        get => field == 0 ? DefaultPip : field;
        init;
    }

    /// <summary>Unit of the swap rates.</summary>
    public SwapMode SwapMode { get; init; }

    /// <summary>Swap of a long position per night; negative is paid.</summary>
    public decimal SwapLong { get; init; }

    /// <summary>Swap of a short position per night; negative is paid.</summary>
    public decimal SwapShort { get; init; }

    /// <summary>Weekday whose rollover counts three nights.</summary>
    public DayOfWeek TripleSwapDay { get; init; } = DayOfWeek.Wednesday;

    /// <summary>Spread assumed where the source records none, points.</summary>
    public int TypicalSpreadPoints { get; init; }

    /// <summary>Commission per lot and side, account currency.</summary>
    public decimal CommissionPerLot { get; init; }

    /// <summary>How much worse than its level a stop is assumed to fill, points; counted wherever the money at risk is reckoned. Default 0. Range 0 to 1,000.</summary>
    public decimal StopSlippagePoints { get; init; }

    /// <summary>Trading hours in UTC; empty means always open.</summary>
    public IReadOnlyList<TradingSession> Sessions { get; init; } = [];

    /// <summary>Smallest price step that can be printed: 10^-<see cref="Digits"/>.</summary>
    public decimal Point => new(1, 0, 0, false, (byte)Digits);

    /// <summary>Profit of one lot when the price moves one tick, in <see cref="ProfitCurrency"/>.</summary>
    public decimal TickValue => ContractSize * TickSize;

    /// <summary>Brings a market-data price to the exact price of an order: rounded to the digits, half away from zero.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The price is not finite or beyond what a decimal holds.</exception>
    public decimal ToPrice(double price)
    {
        if (!double.IsFinite(price) || Math.Abs(price) > 1e12)
        {
            throw new ArgumentOutOfRangeException(nameof(price), price, $"{Symbol}: a price must be finite and below 1e12.");
        }

        return ToPoints(price) * Point;
    }

    /// <summary>Price as a whole number of points: floor(price * 10^digits + 0.5).</summary>
    public long ToPoints(double price) => (long)Math.Floor((price * Scale) + 0.5);

    /// <summary>10^<see cref="Digits"/> as a double.</summary>
    public double Scale => Powers[Digits];

    /// <summary>Ask minus bid at the close of a bar, in price units: the recorded one, else the typical one.</summary>
    public decimal SpreadAt(in Bar bar) => double.IsFinite(bar.Spread) ? ToPrice(bar.Spread) : TypicalSpreadPoints * Point;

    /// <summary>Largest size on the volume grid that is not above <paramref name="lots"/>; 0 when that is below <see cref="VolumeMin"/>.</summary>
    public decimal FloorVolume(decimal lots)
    {
        decimal floored = Math.Floor(lots / VolumeStep) * VolumeStep;
        return floored < VolumeMin ? 0m : Math.Min(floored, Math.Floor(VolumeMax / VolumeStep) * VolumeStep);
    }

    private static readonly double[] Powers = [1, 10, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8];

    private decimal DefaultPip => AssetClass switch
    {
        AssetClass.Fx => Digits is 3 or 5 ? Point * 10 : Point,
        AssetClass.Metal => BaseCurrency == "XAU" ? 0.10m : 0.01m,
        AssetClass.Index or AssetClass.Crypto => 1m,
        _ => 0.01m,
    };
}
