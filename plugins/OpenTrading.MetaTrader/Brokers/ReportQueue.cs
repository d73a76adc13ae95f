using System.Threading.Channels;
using OpenTrading.Sdk.Brokers;
using OpenTrading.Sdk.Plugins;

namespace OpenTrading.MetaTrader.Brokers;

/// <summary>
/// Hands reports over one at a time and in order, on a turn of its own: whoever takes them may wait for its account's turn, and the link must not wait
/// with it.
/// </summary>
/// <param name="account">Whose they are.</param>
/// <param name="notes">The record.</param>
internal sealed class ReportQueue(string account, Func<IJournalNotes> notes) : IAsyncDisposable
{
    private readonly Channel<(ExecutionReport Report, SentRequest? Request)> _reports =
        Channel.CreateUnbounded<(ExecutionReport, SentRequest?)>(new UnboundedChannelOptions { SingleReader = true });

    private readonly Lock _starting = new();
    private volatile IExecutionSink? _sink;
    private Task? _telling;
    private int _untold;

    /// <summary>Whether everything was handed over.</summary>
    public bool IsEmpty => Volatile.Read(ref _untold) == 0;

    /// <summary>Sends every later report to a sink.</summary>
    public void Attach(IExecutionSink sink)
    {
        _sink = sink;
        lock (_starting)
        {
            _telling ??= Task.Run(TellAsync);
        }
    }

    /// <summary>Adds a report. Without anybody to take it, it is gone.</summary>
    /// <param name="report">The report.</param>
    /// <param name="request">The request that is answered by it; null for none.</param>
    public void Add(ExecutionReport report, SentRequest? request)
    {
        Interlocked.Increment(ref _untold);
        if (_sink is null || !_reports.Writer.TryWrite((report, request)))
        {
            Interlocked.Decrement(ref _untold);
            request?.Told.TrySetResult();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _reports.Writer.TryComplete();
        Task? telling;
        lock (_starting)
        {
            telling = _telling;
        }

        if (telling is not null)
        {
            await telling.ConfigureAwait(false);
        }
    }

    private async Task TellAsync()
    {
        await foreach ((ExecutionReport report, SentRequest? request) in _reports.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            try
            {
                _sink!.OnReport(report);
            }
#pragma warning disable CA1031 // What the books make of one report must not keep the next ones from them.
            catch (Exception e)
#pragma warning restore CA1031
            {
                notes().Write("ea.report_refused", ("account", account), ("kind", report.Kind.ToString()), ("cid", report.ClientOrderId), ("why", e.Message));
            }

            Interlocked.Decrement(ref _untold);
            request?.Told.TrySetResult();
        }
    }
}
