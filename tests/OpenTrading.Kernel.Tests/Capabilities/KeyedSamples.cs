using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Tests.Capabilities;

/// <summary>Capabilities that change something, and count how often.</summary>
public sealed class KeyedSamples
{
    private int _changes;

    public int Changes => _changes;

    [Capability("keep", "test", Effect.Simulate, "POST /test/keep", Errors = [ErrorCode.NotFound])]
    [Description("Keeps something.")]
    public KeptResult Keep(string what, decimal lots, string[]? names = null, JsonElement? more = null, string? idempotencyKey = null) => what == "refuse"
        ? throw new CapabilityException(ErrorCode.NotFound, "no", "no")
        : new KeptResult { Summary = string.Create(CultureInfo.InvariantCulture, $"{what} {lots} {Interlocked.Increment(ref _changes)}") };

    [Capability("long_answer", "test", Effect.Simulate, "POST /test/long")]
    [Description("Answers at length.")]
    public KeptResult LongAnswer(int length) => new() { Summary = $"{Interlocked.Increment(ref _changes)}", Text = string.Concat(Enumerable.Repeat("é🛑x", length / 4)) };

    [Capability("new_token", "test", Effect.Simulate, "POST /test/token")]
    [Description("Makes a token.")]
    public KeptResult NewToken() => new() { Summary = $"{Interlocked.Increment(ref _changes)}", Token = "ot_secret" };

    [Capability("log_in", "test", Effect.Simulate, "POST /test/login")]
    [Description("Lets somebody in.")]
    public KeptResult LogIn(string passphrase) => new() { Summary = $"{Interlocked.Increment(ref _changes)} {passphrase.Length}" };
}

/// <summary>What was kept.</summary>
public sealed record KeptResult : CapabilityResult
{
    /// <summary>Some text.</summary>
    public string? Text { get; init; }

    /// <summary>A secret.</summary>
    public string? Token { get; init; }
}
