using System.Text.Json;
using OpenTrading.Kernel.Backtesting.Reports.Comparison;
using OpenTrading.Kernel.Backtesting.Reports.Html;
using OpenTrading.Kernel.Backtesting.Reports.Json;

namespace OpenTrading.Host.Running.Backtests;

/// <summary>Reports of finished runs, read to be held against each other, and the files of the comparison.</summary>
internal static class ComparisonFiles
{
    /// <summary>Reads runs.</summary>
    /// <param name="runs">Each the id of a kept run, a folder with a report, or a <c>report.json</c>.</param>
    /// <param name="kept">Folder of the runs that a host keeps.</param>
    /// <exception cref="FormatException">One is none of them, is no report, or there are too few or too many.</exception>
    public static ComparedRuns Read(IReadOnlyList<string> runs, string kept)
    {
        string[] files = [.. runs.Select(run => Find(run, kept))];
        if (files.GroupBy(f => f, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new FormatException($"{twice.Key} is named twice; name it once.");
        }

        string[] names = [.. files.Select(f => Path.GetFileName(Path.GetDirectoryName(f))!)];
        bool areUnique = names.Distinct(StringComparer.Ordinal).Count() == names.Length;
        return Fitting.Of(() => new ComparedRuns([.. files.Select((file, i) => Read(areUnique && names[i].Length > 0 ? names[i] : runs[i], file))]));
    }

    /// <summary>Writes <c>comparison.json</c> and <c>comparison.html</c>; files of an earlier comparison are replaced whole.</summary>
    public static void Write(string folder, ComparedRuns compared)
    {
        Directory.CreateDirectory(folder);
        ReportFiles.Write(folder, "comparison.json", stream => JsonComparison.Write(compared, stream));
        ReportFiles.Write(folder, "comparison.html", stream => HtmlComparison.Write(compared, stream));
    }

    private static string Find(string run, string kept)
    {
        string[] places = [run, Path.Combine(run, ReportFiles.Json), Path.Combine(kept, run, ReportFiles.Json)];
        return places.FirstOrDefault(File.Exists) is { } file
            ? Path.GetFullPath(file)
            : throw new FormatException($"There is no report of '{run}'. Name a run that list_backtests shows, or a folder that 'opentrading backtest --report' wrote.");
    }

    private static ComparedRun Read(string name, string file)
    {
        try
        {
            using JsonDocument report = JsonDocument.Parse(File.ReadAllBytes(file));
            return ComparedRun.Read(name, report.RootElement);
        }
        catch (JsonException e)
        {
            throw new FormatException($"{file} is no report.json of a backtest: {e.Message}", e);
        }
    }
}
