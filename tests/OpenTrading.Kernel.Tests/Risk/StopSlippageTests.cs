using OpenTrading.Kernel.Risk;
using OpenTrading.Kernel.Tests.Journal;
using OpenTrading.Kernel.Tests.Support;

namespace OpenTrading.Kernel.Tests.Risk;

public sealed class StopSlippageTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // A terminal knows nothing of what is assumed here: the desk says it of every instrument. 250 points and what the stop slips, at 0.10 lots.
    [Theory]
    [InlineData(0, null, 25)]
    [InlineData(100, null, 35)]
    [InlineData(100, 40, 29)]
    public void Request_AtATerminal_RisksWhatTheStopMaySlip(int points, int? own, int risk)
    {
        var slippage = new StopSlippage(points, own is { } value ? new Dictionary<string, decimal> { ["EURUSD"] = value } : []);
        using var bench = new LiveBench(_folder.Root, slippage: slippage);

        Assert.Equal(risk, bench.Call("request_live_order", LiveBench.Buy("k1")).GetProperty("decision").GetProperty("riskMoney").GetDecimal());
    }
}
