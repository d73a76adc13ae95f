using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Tests.Faces.Rest;

/// <summary>One capability of every effect.</summary>
public sealed class RestSamples
{
    public int Changes { get; private set; }

    public int Operated { get; private set; }

    /// <summary>Ends when a long call was given up.</summary>
    public TaskCompletionSource Cancelled { get; } = new();

    [Capability("get_item", "test", Effect.Read, "GET /test/items/{id}", Errors = [ErrorCode.NotFound])]
    [Description("Gives back what it was given.")]
    public SampleResult GetItem(string id, [Range(1, 100), Description("How often")] int count = 3, string[]? names = null) =>
        new() { Summary = $"{id} {count} {string.Join('+', names ?? [])}" };

    [Capability("find_items", "test", Effect.Read, "GET /test/items/find")]
    [Description("A word where another route has an argument.")]
    public SampleResult FindItems() => new() { Summary = "found" };

    [Capability("post_item", "test", Effect.Read, "POST /test/items/{id}")]
    [Description("Reads by a body.")]
    public SampleResult PostItem(string id, double? price = null) => new() { Summary = $"{id} {price}" };

    [Capability("change", "test", Effect.Simulate, "POST /test/change")]
    [Description("Changes something.")]
    public SampleResult Change(string what) => new() { Summary = $"{what} {++Changes}" };

    [Capability("operate", "test", Effect.Operate, "DELETE /test/operate")]
    [Description("For a human.")]
    public SampleResult Operate(string? passphrase = null) => new() { Summary = $"operated {++Operated} {passphrase?.Length}" };

    [Capability("propose", "test", Effect.Propose, "POST /test/propose")]
    [Description("Proposes something.")]
    public SampleResult Propose() => new() { Summary = "proposed" };

    [Capability("fail", "test", Effect.Read, "GET /test/fail")]
    [Description("Fails in a way nobody declared.")]
    public SampleResult Fail() => throw new InvalidOperationException("hunter2");

    [Capability("compute", "test", Effect.Compute, "POST /test/compute")]
    [Description("Computes until it is let go.")]
    public async Task<SampleResult> Compute(bool wait, ICallContext call)
    {
        if (wait)
        {
            try
            {
                await Task.Delay(Timeout.Infinite, call.CancellationToken);
            }
            finally
            {
                Cancelled.TrySetResult();
            }
        }

        return new SampleResult { Summary = "computed" };
    }
}
