using System.Diagnostics;

namespace OpenTrading.Benchmarks.Harness;

/// <summary>Time one piece of work took.</summary>
/// <param name="Wall">By the clock; other work on the machine lengthens it.</param>
/// <param name="Cpu">Of all threads of the process, compilation and garbage collection included.</param>
internal readonly record struct Lap(TimeSpan Wall, TimeSpan Cpu)
{
    public static Lap Of(Action work)
    {
        TimeSpan cpu = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        work();
        return new Lap(Stopwatch.GetElapsedTime(start), Environment.CpuUsage.TotalTime - cpu);
    }

    /// <summary>Laps of the same work; what each leaves behind is collected before the next begins.</summary>
    public static Lap[] Repeat(int times, Action work)
    {
        var laps = new Lap[times];
        for (int i = 0; i < times; i++)
        {
            GC.Collect();
            laps[i] = Of(work);
        }

        return laps;
    }
}
