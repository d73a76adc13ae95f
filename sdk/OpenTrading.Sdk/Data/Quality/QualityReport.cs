namespace OpenTrading.Sdk.Data.Quality;

/// <summary>What is odd about a series of bars. Nothing in it is corrected; a reader decides what it means.</summary>
public sealed record QualityReport
{
    /// <summary>Bars examined.</summary>
    public required int Rows { get; init; }

    /// <summary>Runs of missing bars inside trading hours, oldest first.</summary>
    public required IReadOnlyList<Gap> Gaps { get; init; }

    /// <summary>Missing bars as a share of the bars expected between first and last, 0 to 1.</summary>
    public required double GapShare { get; init; }

    /// <summary>Times that occur again or go back, oldest first.</summary>
    public required IReadOnlyList<DateTime> Duplicates { get; init; }

    /// <summary>Closes that jump far beyond what is usual in this series, oldest first.</summary>
    public required IReadOnlyList<Outlier> Outliers { get; init; }

    /// <summary>Bars whose prices are not finite, positive and in order.</summary>
    public required IReadOnlyList<DateTime> OhlcFaults { get; init; }

    /// <summary>Runs of bars that all stand at one price.</summary>
    public required IReadOnlyList<FlatRun> FlatRuns { get; init; }

    /// <summary>Share of bars without volume, 0 to 1; 1 usually means that the source records none.</summary>
    public required double ZeroVolumeShare { get; init; }
}
