using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Risk.Switches;

/// <summary>The smallest sound entry there is: what the gate says to it tells what stands in the way of all entries.</summary>
internal static class EntryProbe
{
    // Far enough from the market for any spread, and a loss that the smallest volume can bear.
    private const decimal Stop = 0.01m;

    /// <summary>The entry; never proposed.</summary>
    public static OrderIntent Of(Instrument instrument, Quote? quote)
    {
        decimal entry = quote?.Ask ?? 0;
        return new OrderIntent
        {
            Kind = OrderKind.Open,
            Symbol = instrument.Symbol,
            Side = OrderSide.Buy,
            Volume = instrument.VolumeMin,
            StopLoss = entry > 0 ? Math.Floor(entry * (1 - Stop) / instrument.TickSize) * instrument.TickSize : null,
            ReferencePrice = entry,
            Proposer = "host",
            IdempotencyKey = "probe",
        };
    }
}
