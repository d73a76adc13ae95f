using System.Globalization;
using System.Text;
using System.Text.Json;

namespace OpenTrading.Kernel.Backtesting.Reports.Html.Plots;

/// <summary>The points of a line as the page's script reads them: exact values, times in minutes from the first.</summary>
internal static class LineData
{
    /// <summary>One line over time.</summary>
    /// <param name="name">Name in the readout.</param>
    /// <param name="unit"><c>money</c>, <c>fraction</c> or <c>ratio</c>.</param>
    /// <param name="times">UTC ticks.</param>
    /// <param name="values">Values; what is no number leaves a gap.</param>
    public static string Of(string name, string unit, ReadOnlySpan<long> times, ReadOnlySpan<double> values) => OfMany([(name, "ink", unit, values.ToArray())], times);

    /// <summary>Several lines over the same times.</summary>
    public static string OfMany(IReadOnlyList<(string Name, string Style, string Unit, double[] Values)> lines, ReadOnlySpan<long> times)
    {
        var json = new StringBuilder();
        long first = times.Length == 0 ? 0 : times[0];
        json.Append(CultureInfo.InvariantCulture, $"{{\"first\":{(first - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMinute},\"minutes\":[");
        long before = first;
        for (int i = 0; i < times.Length; i++)
        {
            // Differences are short; the script adds them up.
            long minutes = ((times[i] - first) / TimeSpan.TicksPerMinute) - ((before - first) / TimeSpan.TicksPerMinute);
            json.Append(i == 0 ? "" : ",").Append(minutes.ToString(CultureInfo.InvariantCulture));
            before = times[i];
        }

        json.Append("],\"lines\":[");
        json.AppendJoin(',', lines.Select(line =>
        {
            string format = line.Unit == "money" ? "0.##" : "0.######";
            string values = string.Join(',', line.Values.Select(v => double.IsFinite(v) ? v.ToString(format, CultureInfo.InvariantCulture) : "null"));
            return $"{{\"name\":\"{JsonEncodedText.Encode(line.Name)}\",\"style\":\"{line.Style}\",\"unit\":\"{line.Unit}\",\"values\":[{values}]}}";
        }));
        return json.Append("]}").ToString();
    }
}
