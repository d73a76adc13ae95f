namespace OpenTrading.MetaTrader.Protocol;

/// <summary>The peer broke the protocol: the link ends. The message says how, in few words.</summary>
internal sealed class ProtocolException(string message) : Exception(message);
