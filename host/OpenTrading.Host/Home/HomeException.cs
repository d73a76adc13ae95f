namespace OpenTrading.Host.Home;

/// <summary>The home folder cannot be used. The message is one line with the remedy.</summary>
internal sealed class HomeException(string message) : Exception(message);
