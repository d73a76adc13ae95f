using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Sdk.Signals;

/// <summary>The record of signals: what strategies and scans thought of the market, for whoever judges them later.</summary>
/// <threadsafety>Safe from any thread.</threadsafety>
public interface ISignals
{
    /// <summary>The newest signals, the newest first.</summary>
    /// <param name="symbol">Of this instrument; null for all.</param>
    /// <param name="count">At most so many.</param>
    IReadOnlyList<RecordedSignal> Newest(string? symbol, int count);

    /// <summary>Records a signal. The same signal of the same bar is recorded once.</summary>
    /// <exception cref="CapabilityException">No host runs that could: <see cref="ErrorCode.NotSupported"/>.</exception>
    RecordedSignal Record(SignalDraft draft);
}
