using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Running.Backtests.Capabilities;

/// <summary>Counts the steps of a stage of a job as part of its whole.</summary>
/// <param name="told">The job.</param>
/// <param name="stage">What is being done.</param>
/// <param name="total">Steps of the stage.</param>
/// <param name="from">Percent of the job before it.</param>
/// <param name="to">Percent of the job after it.</param>
internal sealed class JobSteps(IProgress<JobProgress> told, string stage, int total, double from, double to) : IProgress<int>
{
    private int _shown = -1;

    /// <summary>Takes note of the steps done. May be called from several threads.</summary>
    public void Report(int value)
    {
        double percent = from + ((to - from) * Math.Clamp(value, 0, total) / Math.Max(1, total));
        int whole = (int)percent;

        // Thousands of trials are no thousands of messages.
        if (Interlocked.Exchange(ref _shown, whole) < whole)
        {
            told.Report(new JobProgress(percent, stage));
        }
    }
}
