namespace OpenTrading.Sdk.Brokers;

/// <summary>Receives what happens at a broker.</summary>
public interface IExecutionSink
{
    /// <summary>Takes one report. Reports of one broker come one at a time.</summary>
    void OnReport(ExecutionReport report);
}
