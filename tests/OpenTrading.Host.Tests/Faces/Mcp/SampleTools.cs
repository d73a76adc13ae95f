using System.ComponentModel;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Tests.Faces.Mcp;

/// <summary>A tool of every kind.</summary>
public sealed class SampleTools
{
    private readonly TaskCompletionSource _begun = new();
    private readonly TaskCompletionSource _cancelled = new();

    public int Changes { get; private set; }

    /// <summary>Ends when a computation began.</summary>
    public Task Begun => _begun.Task;

    /// <summary>Ends when that computation was cancelled.</summary>
    public Task Cancelled => _cancelled.Task;

    [Capability("get_quote", "market", Effect.Read, "GET /quote/{symbol}")]
    [Description("Quotes.")]
    public SampleResult Quote(string symbol) => symbol == "EURUSD"
        ? new SampleResult { Summary = "EURUSD 1.1", Value = 1.1 }
        : throw new CapabilityException(ErrorCode.SymbolUnknown, $"{symbol} is unknown", "Search with search_symbols.");

    [Capability("compute", "backtest", Effect.Compute, "POST /compute")]
    [Description("Computes.")]
    public async Task<SampleResult> Compute(bool wait, ICallContext call)
    {
        foreach (int percent in (int[])[10, 10, 55, 40, 90])
        {
            call.Progress.Report(new JobProgress(percent, $"at {percent}"));
        }

        _begun.TrySetResult();
        try
        {
            await Task.Delay(wait ? Timeout.InfiniteTimeSpan : TimeSpan.Zero, call.CancellationToken);
        }
        catch (OperationCanceledException)
        {
            _cancelled.TrySetResult();
            throw;
        }

        return new SampleResult { Summary = "computed", Value = 7 };
    }

    [Capability("place_paper", "paper", Effect.Simulate, "POST /paper")]
    [Description("Changes.")]
    public SampleResult Change(string what) => new() { Summary = $"{what} {++Changes}", Value = Changes };

    [Capability("stop_trading", "risk", Effect.Simulate, "POST /stop", AlwaysVisible = true)]
    [Description("Tightens.")]
    public SampleResult Stop() => new() { Summary = "stopped" };

    [Capability("release", "risk", Effect.Operate, "POST /release")]
    [Description("For a human.")]
    public SampleResult Release() => new() { Summary = "released" };

    [Capability("fail", "market", Effect.Read, "GET /fail")]
    [Description("Fails.")]
    public SampleResult Fail() => throw new InvalidOperationException("password is hunter2");
}

public sealed record SampleResult : CapabilityResult
{
    public double Value { get; init; }
}
