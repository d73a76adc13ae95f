using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Tests.Capabilities;

/// <summary>One capability of every kind.</summary>
public sealed class SampleCapabilities
{
    public int Changes { get; private set; }

    [Capability("echo", "test", Effect.Read, "POST /test/echo/{text}")]
    [Description("Gives back what it was given.")]
    public EchoResult Echo(
        string text,
        Timeframe timeframe = Timeframe.H1,
        [Range(1, 100), Description("How often")] int count = 3,
        OrderSide side = OrderSide.Buy,
        double? price = null,
        bool loud = false,
        string[]? names = null,
        [DefaultValue(new[] { Timeframe.H4, Timeframe.D1 })] Timeframe[]? frames = null,
        DateTime? from = null,
        JsonElement? more = null) => new()
        {
            Summary = $"{text} {timeframe} {count} {side} {loud}",
            Price = price,
            Names = names,
            Frames = frames,
            From = from,
            More = more?.GetRawText(),
        };

    [Capability("change", "test", Effect.Simulate, "POST /test/change")]
    [Description("Changes something.")]
    public EchoResult Change(string what, string? idempotencyKey = null) => new() { Summary = $"{what} {++Changes} {idempotencyKey}" };

    [Capability("stop", "test", Effect.Simulate, "POST /test/stop", AlwaysVisible = true)]
    [Description("Only ever tightens.")]
    public EchoResult Stop() => new() { Summary = "stopped" };

    [Capability("propose", "test", Effect.Propose, "POST /test/propose")]
    [Description("Proposes something.")]
    public EchoResult Propose() => new() { Summary = "proposed" };

    [Capability("operate", "test", Effect.Operate, "POST /test/operate")]
    [Description("For a human.")]
    public EchoResult Operate() => new() { Summary = "operated" };

    [Capability("compute", "test", Effect.Compute, "POST /test/compute")]
    [Description("Computes until it is let go.")]
    public async Task<EchoResult> Compute(bool wait, ICallContext call)
    {
        call.Progress.Report(new JobProgress(40, "halfway"));
        if (wait)
        {
            await Task.Delay(Timeout.Infinite, call.CancellationToken);
        }

        return new EchoResult { Summary = $"computed for {call.Caller.Actor}" };
    }

    [Capability("fail", "test", Effect.Read, "GET /test/fail")]
    [Description("Fails with a secret in its message.")]
    public EchoResult Fail() => throw new InvalidOperationException("password is hunter2");

    [Capability("refuse", "test", Effect.Read, "GET /test/refuse")]
    [Description("Refuses.")]
    public EchoResult Refuse() => throw new CapabilityException(ErrorCode.NotSupported, "Not here", "Go elsewhere.");
}

public sealed record EchoResult : CapabilityResult
{
    public double? Price { get; init; }

    public string[]? Names { get; init; }

    public Timeframe[]? Frames { get; init; }

    public DateTime? From { get; init; }

    public string? More { get; init; }
}
