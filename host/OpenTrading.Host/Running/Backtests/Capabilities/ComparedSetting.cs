namespace OpenTrading.Host.Running.Backtests.Capabilities;

/// <summary>A setting in which runs differ.</summary>
/// <param name="Setting">Its name.</param>
/// <param name="Values">Its value by run; null where a run has no such setting.</param>
internal sealed record ComparedSetting(string Setting, IReadOnlyDictionary<string, string?> Values);
