namespace OpenTrading.Kernel.Risk.ValueAtRisk;

/// <summary>A way to the losses of holdings over a horizon.</summary>
internal interface ILossModel
{
    /// <summary>The bad end of the losses.</summary>
    /// <param name="exposures">By instrument, account currency.</param>
    /// <param name="daily">Daily returns of the same instruments.</param>
    /// <param name="days">Horizon.</param>
    /// <param name="confidence">Above 0, below 1.</param>
    LossTail Of(double[] exposures, ReturnTable daily, int days, double confidence);
}
