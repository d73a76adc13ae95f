using System.Text.Json;

namespace OpenTrading.Kernel.Backtesting.Reports.Json;

/// <summary>One or more neighbouring properties of <c>report.json</c>.</summary>
internal interface IJsonSection
{
    /// <summary>Writes them.</summary>
    void Write(Utf8JsonWriter writer, BacktestReport report);
}
