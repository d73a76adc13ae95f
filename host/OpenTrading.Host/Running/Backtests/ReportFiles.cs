using System.Text.Json;
using OpenTrading.Kernel.Backtesting.Reports;
using OpenTrading.Kernel.Backtesting.Reports.Html;
using OpenTrading.Kernel.Backtesting.Reports.Json;

namespace OpenTrading.Host.Running.Backtests;

/// <summary>The files of one report. What depends on machine and clock stands in a file of its own, so that the report itself is the same everywhere.</summary>
internal static class ReportFiles
{
    /// <summary>Name of the report for programs.</summary>
    public const string Json = "report.json";

    /// <summary>Name of the report for people.</summary>
    public const string Html = "report.html";

    /// <summary>Writes <c>report.json</c>, <c>report.html</c> and <c>run-info.json</c>; files of an earlier run are replaced whole.</summary>
    public static void Write(string folder, BacktestReport report, BacktestOutcome outcome)
    {
        Directory.CreateDirectory(folder);
        Write(folder, Json, stream => JsonReport.Write(report, stream));
        Write(folder, Html, stream => HtmlReport.Write(report, stream));
        Write(folder, "run-info.json", stream =>
        {
            using var writer = new Utf8JsonWriter(stream, JsonReport.Options);
            WriteRun(writer, outcome);
        });
    }

    /// <summary>What depends on machine and clock: times, speed and benchmark.</summary>
    public static void WriteRun(Utf8JsonWriter writer, BacktestOutcome outcome)
    {
        writer.WriteStartObject();
        writer.WriteNumber("loadingMs", Math.Round(outcome.Loading.TotalMilliseconds, 3));
        writer.WriteNumber("runningMs", Math.Round(outcome.Running.TotalMilliseconds, 3));
        writer.WriteNumber("bars", outcome.Bars);
        writer.WriteNumber("barsPerSecond", Math.Round(outcome.Bars / Math.Max(1e-9, outcome.Running.TotalSeconds)));
        if (outcome.Benchmark.Count > 0)
        {
            double[] speeds = [.. outcome.Benchmark.Select(t => outcome.Bars / t.TotalSeconds).Order()];
            writer.WriteStartObject("benchmark");
            writer.WriteNumber("runs", speeds.Length);
            writer.WriteNumber("bestBarsPerSecond", Math.Round(speeds[^1]));
            writer.WriteNumber("medianBarsPerSecond", Math.Round(speeds[speeds.Length / 2]));
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    /// <summary>Writes a file under another name and renames it: a reader finds the old one or the new one, whole.</summary>
    public static void Write(string folder, string name, Action<Stream> content)
    {
        string path = Path.Combine(folder, name);
        using (FileStream stream = File.Create(path + ".new"))
        {
            content(stream);
        }

        File.Move(path + ".new", path, overwrite: true);
    }
}
