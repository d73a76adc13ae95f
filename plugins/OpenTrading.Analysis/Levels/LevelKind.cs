namespace OpenTrading.Analysis.Levels;

/// <summary>What makes a price a level. The names are those of arguments and answers.</summary>
internal static class LevelKind
{
    public const string Swing = "swing";
    public const string Pivot = "pivot";
    public const string Fibonacci = "fibonacci";
    public const string Period = "period";
    public const string Round = "round";

    public static IReadOnlyList<string> All { get; } = [Swing, Pivot, Fibonacci, Period, Round];
}
