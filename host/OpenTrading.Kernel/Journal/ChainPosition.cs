namespace OpenTrading.Kernel.Journal;

/// <summary>The end of a chain: what the next record links to.</summary>
internal sealed record ChainPosition(long Seq, DateTime Time, string Hash)
{
    public static ChainPosition Start { get; } = new(0, DateTime.SpecifyKind(DateTime.MinValue, DateTimeKind.Utc), new string('0', 64));
}
