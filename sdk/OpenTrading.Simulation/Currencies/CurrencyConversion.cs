using OpenTrading.Simulation.Matching;

namespace OpenTrading.Simulation.Currencies;

/// <summary>Brings amounts of an instrument's profit currency into the account's.</summary>
internal abstract class CurrencyConversion
{
    /// <summary>Whether a rate exists at the instrument's present bar or tick.</summary>
    public virtual bool IsKnown(Market market) => true;

    /// <summary>Whether every rate is 1, so that the marks of each bar need not ask for it.</summary>
    public virtual bool IsIdentity => false;

    /// <summary>Rate for an amount of the given sign.</summary>
    /// <param name="market">Instrument whose amount is converted.</param>
    /// <param name="price">Its own price that goes with the amount: the fill price, or the mark of a floating amount.</param>
    /// <param name="credit">Whether the amount is received; false when it is paid.</param>
    /// <param name="moment">Step of the bar.</param>
    public abstract Rate RateFor(Market market, int price, bool credit, RateMoment moment);

    public static CurrencyConversion For(InstrumentSetup setup, string account, ReadOnlySpan<Market> earlier)
    {
        var instrument = setup.Instrument;
        if (instrument.ProfitCurrency == account)
        {
            return new SameCurrency();
        }

        if (instrument.BaseCurrency == account)
        {
            return new OwnPriceConversion();
        }

        return setup.Conversion switch
        {
            { Bars: { } bars } => new BarsConversion(bars, instrument, account),
            { InstrumentIndex: { } index } when index >= 0 && index < earlier.Length =>
                new MarketConversion(earlier[index], instrument, account),
            { InstrumentIndex: { } index } => throw new ArgumentException(
                $"{instrument.Symbol} converts through instrument {index}, which must come before it in the setups."),
            _ => throw new ArgumentException(
                $"{instrument.Symbol} earns {instrument.ProfitCurrency} on a {account} account. Give its setup a conversion source."),
        };
    }
}
