namespace OpenTrading.MetaTrader.Sessions;

/// <summary>The link ended before an answer came. What was asked may or may not have happened.</summary>
internal sealed class LinkLostException(string why) : IOException($"the link to the terminal ended: {why}");
