namespace OpenTrading.Sdk.Analysis.Levels;

/// <summary>What makes a price a level. The names are those of arguments and answers.</summary>
public static class LevelKind
{
    /// <summary>Where the price turned.</summary>
    public const string Swing = "swing";

    /// <summary>A pivot point of the period before.</summary>
    public const string Pivot = "pivot";

    /// <summary>A ratio of the widest move.</summary>
    public const string Fibonacci = "fibonacci";

    /// <summary>High, low or close of the day, week or month before.</summary>
    public const string Period = "period";

    /// <summary>A round number.</summary>
    public const string Round = "round";

    /// <summary>All kinds.</summary>
    public static IReadOnlyList<string> All { get; } = [Swing, Pivot, Fibonacci, Period, Round];
}
