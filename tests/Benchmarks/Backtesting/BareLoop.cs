using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Benchmarks.Backtesting;

/// <summary>The same workload as a loop in C, built by the system's compiler for this very machine: what the hardware allows.</summary>
/// <param name="Best">Shortest run.</param>
/// <param name="Median">Middle run.</param>
/// <param name="Fills">Fills of the last pair.</param>
/// <param name="Equity">Final equity of the last pair.</param>
internal sealed record BareLoop(TimeSpan Best, TimeSpan Median, long Fills, double Equity)
{
    /// <summary>Builds and runs it.</summary>
    /// <param name="bars">Bars.</param>
    /// <param name="runs">How often.</param>
    /// <param name="pairs">Lengths of the two means, one after the other within a run.</param>
    /// <exception cref="InvalidOperationException">There is no compiler, or the program failed.</exception>
    public static BareLoop Run(BarSeries bars, int runs, params (int Fast, int Slow)[] pairs)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("opentrading-bare-loop-");
        try
        {
            string program = Path.Combine(folder.FullName, "w1");
            string input = Path.Combine(folder.FullName, "bars");
            Execute("cc", "-O3", "-march=native", "-o", program, Path.Combine(AppContext.BaseDirectory, "w1.c"), "-lm");
            using (FileStream file = File.Create(input))
            {
                file.Write(BitConverter.GetBytes((long)bars.Count));
                file.Write(MemoryMarshal.AsBytes(bars.Open));
                file.Write(MemoryMarshal.AsBytes(bars.Close));
            }

            string[] arguments = [input, runs.ToString(CultureInfo.InvariantCulture), .. pairs.SelectMany(p => new[] { p.Fast, p.Slow }).Select(n => n.ToString(CultureInfo.InvariantCulture))];
            double[] cells = [.. Execute(program, arguments).Split(' ').Select(c => double.Parse(c, CultureInfo.InvariantCulture))];
            return new BareLoop(Nanoseconds(cells[0]), Nanoseconds(cells[1]), (long)cells[2], cells[3]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static TimeSpan Nanoseconds(double count) => TimeSpan.FromTicks((long)(count / 100));

    private static string Execute(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }
}
