using System.Globalization;
using System.Runtime.InteropServices;

namespace OpenTrading.Benchmarks.Harness;

/// <summary>Prints the machine, then a line a figure: smallest, median and largest value, and what is asked for.</summary>
internal sealed class Report(TextWriter output)
{
    public void Open()
    {
        string load = File.Exists("/proc/loadavg") ? $", load {File.ReadAllText("/proc/loadavg").Split(' ')[0]}" : "";
        output.WriteLine($"{Processor()}, {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}{load}");
        Line("", "min", "median", "max", "unit");
    }

    /// <summary>Prints a figure. It is judged by its median.</summary>
    public void Add(string name, string unit, IEnumerable<double> values, Limit? asked = null)
    {
        double[] sorted = [.. values.Order()];
        double median = sorted[sorted.Length / 2];
        string judged = asked is { } limit ? $"{unit,-7}  asked {limit}: {(limit.Holds(median) ? "met" : "MISSED")}" : unit;
        Line(name, Text(sorted[0]), Text(median), Text(sorted[^1]), judged);
    }

    /// <summary>Prints that a benchmark could not be run.</summary>
    public void Failed(string name, string why) => output.WriteLine($"{name}: FAILED, {why}");

    private void Line(string name, string smallest, string median, string largest, string unit) =>
        output.WriteLine($"{name,-54} {smallest,10} {median,10} {largest,10}  {unit}");

    private static string Text(double value) => value.ToString(value < 100 ? "0.000" : "#,0", CultureInfo.InvariantCulture);

    private static string Processor() => File.Exists("/proc/cpuinfo")
        && File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal)) is { } model
            ? model.Split(':')[1].Trim()
            : RuntimeInformation.ProcessArchitecture.ToString();
}
