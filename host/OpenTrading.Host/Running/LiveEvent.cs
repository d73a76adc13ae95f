namespace OpenTrading.Host.Running;

/// <summary>One thing that happened.</summary>
/// <param name="Name">Kind: state, bar, quote, order, fill, plugin or kill.</param>
/// <param name="Data">What happened, as one line of UTF-8 JSON.</param>
internal sealed record LiveEvent(string Name, byte[] Data);
