namespace OpenTrading.Sdk.Market;

/// <summary>Facts about currencies.</summary>
public static class Currencies
{
    /// <summary>Decimal digits of amounts in <paramref name="currency"/>: 0 for JPY, KRW, CLP, VND and HUF as brokers book them, 8 for BTC, else 2.</summary>
    public static int Digits(string currency) => currency switch
    {
        "JPY" or "KRW" or "CLP" or "VND" or "HUF" => 0,
        "BTC" => 8,
        _ => 2,
    };
}
