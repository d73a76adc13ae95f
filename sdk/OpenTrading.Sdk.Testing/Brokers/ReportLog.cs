using OpenTrading.Sdk.Brokers;

namespace OpenTrading.Sdk.Testing.Brokers;

/// <summary>Keeps what a broker reports, in the order in which it came.</summary>
/// <threadsafety>Safe: a broker may report from a thread of its own.</threadsafety>
public sealed class ReportLog : IExecutionSink
{
    private readonly Lock _lock = new();
    private readonly List<ExecutionReport> _reports = [];

    /// <summary>The reports so far.</summary>
    public IReadOnlyList<ExecutionReport> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _reports];
            }
        }
    }

    /// <summary>The deals so far.</summary>
    public IReadOnlyList<ExecutionReport> Fills => [.. All.Where(report => report.Kind == ExecutionKind.Fill)];

    /// <summary>The reports about one order.</summary>
    public IReadOnlyList<ExecutionReport> Of(string clientOrderId) => [.. All.Where(report => report.ClientOrderId == clientOrderId)];

    /// <inheritdoc/>
    public void OnReport(ExecutionReport report)
    {
        lock (_lock)
        {
            _reports.Add(report);
        }
    }

    /// <summary>The reports, one a line, for messages.</summary>
    public override string ToString() => string.Join('\n', All.Select(report => report.ToString()).DefaultIfEmpty("no reports"));
}
