using System.Globalization;

namespace OpenTrading.Kernel.Sessions.Exits;

/// <summary>Keys of the orders that exits lead to: one a position, bar and purpose, so that none is proposed twice, also not after a restart.</summary>
internal static class ExitKeys
{
    private const string Prefix = "exit.";

    /// <summary>Moves the stop.</summary>
    public static string Stop(ManagedExit exit, DateTime bar) => Of(exit, bar, "stop");

    /// <summary>Closes what is left.</summary>
    public static string Rest(ManagedExit exit, DateTime bar) => Of(exit, bar, "rest");

    /// <summary>Closes a part.</summary>
    public static string Part(ManagedExit exit, DateTime bar, int part) => Of(exit, bar, string.Create(CultureInfo.InvariantCulture, $"part{part}"));

    /// <summary>The part that an order of a key closes; null when it closes none.</summary>
    public static int? PartOf(string key) =>
        key.StartsWith(Prefix, StringComparison.Ordinal) && key.LastIndexOf(".part", StringComparison.Ordinal) is > 0 and int at
            && int.TryParse(key.AsSpan(at + ".part".Length), NumberStyles.None, CultureInfo.InvariantCulture, out int part) ? part : null;

    private static string Of(ManagedExit exit, DateTime bar, string purpose) =>
        string.Create(CultureInfo.InvariantCulture, $"{Prefix}{exit.OrderId}.{bar:yyyyMMdd'T'HHmmss}.{purpose}");
}
