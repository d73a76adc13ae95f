using System.Text.Encodings.Web;
using System.Text.Json;

namespace OpenTrading.Kernel.Backtesting.Reports.Json;

/// <summary>
/// Writes <c>report.json</c>: keys in a fixed order, UTF-8 without byte order mark, line feeds, the same bytes for the same run on any machine,
/// number of threads and culture.
/// </summary>
public static class JsonReport
{
    /// <summary>Bytes that are kept before they are written on.</summary>
    internal const int FlushAbove = 1 << 16;

    private static readonly IJsonSection[] Sections =
    [
        new HeadSection(), new SummarySection(), new FillSection(), new TradeSection(), new EquitySection(), new EventSection(), new RobustnessSection(),
    ];

    /// <summary>Writes a report as a document of its own, ended by a line feed.</summary>
    public static void Write(BacktestReport report, Stream stream)
    {
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            Write(report, writer);
        }

        stream.Write("\n"u8);
    }

    /// <summary>Writes a report as the next value of a document.</summary>
    public static void Write(BacktestReport report, Utf8JsonWriter writer)
    {
        // Of a long run both take a while, and the document needs the fingerprint last.
        Task<string> hash = Task.Run(() => report.OrderListHash);
        report.Summary.Complete();
        writer.WriteStartObject();
        foreach (IJsonSection section in Sections)
        {
            section.Write(writer, report);
        }

        writer.WriteString("orderListHash", hash.GetAwaiter().GetResult());
        writer.WriteEndObject();
    }

    /// <summary>How the document is laid out; a document around a report takes the same.</summary>
    public static JsonWriterOptions Options { get; } = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
