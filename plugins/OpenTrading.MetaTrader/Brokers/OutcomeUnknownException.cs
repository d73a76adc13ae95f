namespace OpenTrading.MetaTrader.Brokers;

/// <summary>A request went out, and nobody knows what became of it. It is asked for, never sent again.</summary>
internal sealed class OutcomeUnknownException(string why) : IOException(why);
