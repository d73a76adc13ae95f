namespace OpenTrading.Analysis.Packets;

/// <summary>Parts of the packet. The names are those of the argument and the answer.</summary>
internal static class PacketSection
{
    public const string Quote = "quote";
    public const string Frames = "frames";
    public const string Levels = "levels";
    public const string Regime = "regime";
    public const string Volatility = "volatility";
    public const string Sessions = "sessions";
    public const string Calendar = "calendar";
    public const string Signals = "signals";
    public const string Exposure = "exposure";

    public static IReadOnlyList<string> All { get; } = [Quote, Frames, Levels, Regime, Volatility, Sessions, Calendar, Signals, Exposure];
}
