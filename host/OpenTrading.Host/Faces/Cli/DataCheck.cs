using System.Globalization;
using OpenTrading.Host.Configuration;
using OpenTrading.Kernel.MarketStore;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Data.Quality;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Host.Faces.Cli;

/// <summary>Verifies the store and reports what is odd about its prices.</summary>
internal static class DataCheck
{
    private const int Shown = 5;

    /// <summary>Checks every series.</summary>
    /// <returns>The exit code: no data when a series is corrupt.</returns>
    public static int Run(Terminal terminal, SeriesStore store, HostConfiguration configuration)
    {
        var rows = new List<(StoredSeries Series, QualityReport? Report)>();
        foreach (StoredSeries series in store.Check())
        {
            bool hasBars = series.Fault is null && !series.Key.IsTicks;
            IReadOnlyList<TradingSession> sessions = configuration.Instruments.GetValueOrDefault(series.Key.Symbol)?.Sessions ?? [];
            rows.Add((series, hasBars ? BarQuality.Examine(store.ReadBars(series.Key), sessions) : null));
        }

        if (terminal.IsJson)
        {
            Terminal.Document(new { series = rows.Select(r => new { series = r.Series.Key.ToString(), source = r.Series.Key.Source, fault = r.Series.Fault, quality = r.Report }) });
        }
        else
        {
            Print(terminal, rows);
        }

        return rows.Exists(r => r.Series.Fault is not null) ? ExitCodes.NoData : ExitCodes.Ok;
    }

    private static void Print(Terminal terminal, List<(StoredSeries Series, QualityReport? Report)> rows)
    {
        terminal.Table(
            ["series", "checksums", "rows", "missing", "outliers", "duplicates", "price faults", "flat runs", "no volume"],
            rows.Select(r => (string[])
            [
                r.Series.Key.ToString(),
                r.Series.Fault is null ? "hold" : "BROKEN",
                Text($"{r.Series.Rows:N0}"),
                r.Report is { } q ? Text($"{q.Gaps.Sum(g => g.Missing):N0} ({q.GapShare:0.0%})") : "",
                Text($"{r.Report?.Outliers.Count}"),
                Text($"{r.Report?.Duplicates.Count}"),
                Text($"{r.Report?.OhlcFaults.Count}"),
                Text($"{r.Report?.FlatRuns.Count}"),
                Text($"{r.Report?.ZeroVolumeShare:0%}"),
            ]));
        foreach ((StoredSeries series, QualityReport? report) in rows)
        {
            if (series.Fault is not null)
            {
                Terminal.Error(series.Fault);
            }

            foreach (Gap gap in report?.Gaps.OrderByDescending(g => g.Missing).Take(Shown) ?? [])
            {
                terminal.Line(Text($"{series.Key}: {gap.Missing} bars missing between {gap.After:yyyy-MM-dd HH:mm} and {gap.Before:yyyy-MM-dd HH:mm}"));
            }

            foreach (Outlier outlier in report?.Outliers.OrderByDescending(o => o.Deviations).Take(Shown) ?? [])
            {
                terminal.Line(Text($"{series.Key}: the close of {outlier.Time:yyyy-MM-dd HH:mm} moved {outlier.LogReturn:+0.00%;-0.00%}, {outlier.Deviations:0} deviations"));
            }
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
