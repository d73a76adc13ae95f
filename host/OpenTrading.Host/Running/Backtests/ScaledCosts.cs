using OpenTrading.Kernel.Backtesting.Robustness.CostStress;
using OpenTrading.Sdk.Market;
using OpenTrading.Simulation.Costs;
using OpenTrading.Simulation.Matching;

namespace OpenTrading.Host.Running.Backtests;

/// <summary>The same instrument, dearer or cheaper to trade.</summary>
internal static class ScaledCosts
{
    /// <summary>What is in the price: spread and slippage.</summary>
    public static InstrumentSetup Quoted(InstrumentSetup setup, double factor) => setup with
    {
        Spread = new ScaledSpread(setup.Spread, factor), Slippage = new ScaledSlippage(setup.Slippage, factor),
    };

    /// <summary>Everything: spread, slippage, commission and swap.</summary>
    public static InstrumentSetup All(InstrumentSetup setup, double factor)
    {
        var exact = (decimal)factor;
        Instrument instrument = setup.Instrument;
        Commission commission = setup.Commission ?? new Commission(instrument.CommissionPerLot);
        return Quoted(setup, factor) with
        {
            Instrument = instrument with { SwapLong = instrument.SwapLong * exact, SwapShort = instrument.SwapShort * exact },
            Commission = new Commission(commission.PerLot * exact, commission.NotionalFraction * exact, commission.PerTrade * exact),
        };
    }
}
