using OpenTrading.Sdk.Trading;

namespace OpenTrading.Simulation.Tests.Support;

/// <summary>Names of fill reasons in the reference files.</summary>
internal static class ReasonNames
{
    public static string Of(FillReason reason) => reason switch
    {
        FillReason.StopLoss => "sl",
        FillReason.TakeProfit => "tp",
        FillReason.StopOut => "stopout",
        _ => reason.ToString().ToLowerInvariant(),
    };
}
