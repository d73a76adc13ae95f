using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using OpenTrading.Tests.Shared;

namespace OpenTrading.Benchmarks.Harness;

/// <summary>The real host, started like a user would.</summary>
/// <param name="FirstLine">Time from start to its first line of output.</param>
/// <param name="Whole">Time from start to its end.</param>
/// <param name="PeakMegabytes">Most memory it ever held, 10^6 bytes; NaN where the system does not tell.</param>
internal sealed record HostProcess(TimeSpan FirstLine, Lap Whole, double PeakMegabytes)
{
    private const int LookEveryMilliseconds = 5;

    /// <summary>File of the host, as a release build leaves it.</summary>
    public static string Program => Path.Combine(ReferenceFiles.RepositoryRoot, "artifacts/bin/OpenTrading.Host/release/opentrading");

    /// <summary>Runs to the end, or only until the first line.</summary>
    /// <exception cref="InvalidOperationException">The host is not built, or failed.</exception>
    public static HostProcess Run(bool onlyFirstLine, params string[] arguments)
    {
        if (!File.Exists(Program))
        {
            throw new InvalidOperationException($"{Program} is absent; run: dotnet build -c Release");
        }

        long start = Stopwatch.GetTimestamp();
        using Process process = Process.Start(new ProcessStartInfo(Program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<(TimeSpan FirstLine, string Text)> output = ReadAsync(process.StandardOutput, start, onlyFirstLine);
        Task<string> errors = process.StandardError.ReadToEndAsync();
        TimeSpan cpu = TimeSpan.Zero;
        double peak = double.NaN;
        while (!process.WaitForExit(LookEveryMilliseconds) && !(onlyFirstLine && output is { IsCompleted: true, Result.Text.Length: > 0 }))
        {
            (peak, cpu) = (PeakOf(process.Id) ?? peak, CpuOf(process) ?? cpu);
        }

        TimeSpan whole = Stopwatch.GetElapsedTime(start);
        (TimeSpan firstLine, string text) = output.GetAwaiter().GetResult();
        if (onlyFirstLine && text.Length > 0)
        {
            process.Kill();
            process.WaitForExit();
        }
        else if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"opentrading {arguments[0]} ended with {process.ExitCode}: {errors.GetAwaiter().GetResult().TrimEnd()}");
        }

        return new HostProcess(firstLine, new Lap(whole, cpu), peak);
    }

    // Whoever starts a program reads what it says; to make texts of it would take from the processors that it runs on.
    private static async Task<(TimeSpan FirstLine, string Text)> ReadAsync(StreamReader output, long start, bool onlyFirstLine)
    {
        string text = onlyFirstLine ? await output.ReadLineAsync().ConfigureAwait(false) ?? "" : "";
        TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
        if (!onlyFirstLine)
        {
            await output.BaseStream.CopyToAsync(Stream.Null).ConfigureAwait(false);
        }

        return (elapsed, text);
    }

    // It may end between the question and the answer.
    private static TimeSpan? CpuOf(Process process)
    {
        try
        {
            return process.TotalProcessorTime;
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            return null;
        }
    }

    // The system keeps the peak for as long as the process lives, so the last look before its end is the figure.
    private static double? PeakOf(int process)
    {
        try
        {
            string? line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? null : double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) * 1024 / 1e6;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
