using OpenTrading.Sdk.Risk;

namespace OpenTrading.Kernel.Sizing;

/// <summary>Risks the same fraction of the account at the stop of every trade: fraction x base / loss per lot at the stop, costs included.</summary>
/// <param name="fraction">Fraction of the smaller of balance and equity, such as 0.01 for 1 %.</param>
public sealed class PercentRisk(decimal fraction) : ISizer
{
    /// <summary>Why a signal without a stop has no size.</summary>
    public const string NeedsStop = "risk sizing needs a stop, and the signal has none; give the strategy a stop, or a size such as lots:0.1";

    public decimal? Raw(SizingInput input, out string why)
    {
        if (input.Stop is not { } stop)
        {
            why = NeedsStop;
            return null;
        }

        if (Loss.PerLot(input.Instrument, input.Entry, stop, input.Rates, input.Account.Currency) is not { } loss)
        {
            why = $"no rate from {input.Instrument.ProfitCurrency} to {input.Account.Currency}";
            return null;
        }

        if (loss <= 0)
        {
            why = "the stop is at the entry price";
            return null;
        }

        why = "";
        return fraction * input.Account.RiskBase / loss;
    }
}
