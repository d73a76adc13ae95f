using System.Text.Json;

namespace OpenTrading.Kernel.Journal.Checkpoints;

/// <summary>What the journal was at one moment: how many records, and the hash over all of them.</summary>
/// <param name="Root">Root of the hash tree over the records, 64 lower-case hex digits.</param>
/// <param name="Size">Records.</param>
/// <param name="Time">UTC.</param>
public sealed record Checkpoint(string Root, long Size, DateTime Time)
{
    /// <summary>Says what a signature is over.</summary>
    public const string Origin = "opentrading:checkpoint:v1";

    /// <summary>The bytes that are signed.</summary>
    public byte[] ToBytes() => CanonicalJson.Write(ToPayload());

    internal JournalPayload ToPayload() => new() { ["origin"] = Origin, ["root"] = Root, ["size"] = JournalValue.Number(Size), ["time"] = Time };

    /// <exception cref="FormatException">It is no checkpoint.</exception>
    internal static Checkpoint Read(JsonElement checkpoint) =>
        checkpoint.Text("origin") == Origin && checkpoint.Text("root") is { Length: 64 } root && checkpoint.TryGetProperty("size", out JsonElement size)
        && size.TryGetInt64(out long records) && checkpoint.Time("time") is { } time
            ? new Checkpoint(root, records, time)
            : throw new FormatException("it is no checkpoint");
}
