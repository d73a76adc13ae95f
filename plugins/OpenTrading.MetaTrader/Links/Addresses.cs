using System.Net;

namespace OpenTrading.MetaTrader.Links;

/// <summary>Reads the addresses of the configuration.</summary>
internal static class Addresses
{
    /// <summary>What stands for no address.</summary>
    public const string None = "none";

    /// <summary>An address with its port; null for none.</summary>
    /// <param name="key">Key it stands under.</param>
    /// <param name="text">Its text.</param>
    /// <exception cref="FormatException">It is no address.</exception>
    public static IPEndPoint? Parse(string key, string text) =>
        text.Equals(None, StringComparison.OrdinalIgnoreCase) || text.Length == 0 ? null
        : IPEndPoint.TryParse(text, out IPEndPoint? endPoint) ? endPoint
        : throw new FormatException($"metatrader.{key} '{text}' is no address and port; write such as 127.0.0.1:8030.");
}
