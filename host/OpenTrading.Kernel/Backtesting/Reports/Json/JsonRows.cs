using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace OpenTrading.Kernel.Backtesting.Reports.Json;

/// <summary>Writes long lists with one line a row, inside a document that is indented otherwise.</summary>
internal static class JsonRows
{
    private static readonly byte[] Indent = "\n    "u8.ToArray();

    /// <summary>Writes a property whose value is an array of objects.</summary>
    /// <param name="writer">The document, at depth 1.</param>
    /// <param name="name">Name of the property.</param>
    /// <param name="rows">What becomes a row each.</param>
    /// <param name="write">Writes the fields of a row.</param>
    public static void Write<T>(Utf8JsonWriter writer, string name, IEnumerable<T> rows, Action<Utf8JsonWriter, T> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var line = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        writer.WriteStartArray(name);
        foreach (T row in rows)
        {
            buffer.ResetWrittenCount();
            buffer.Write(Indent);
            line.Reset();
            line.WriteStartObject();
            write(line, row);
            line.WriteEndObject();
            line.Flush();
            writer.WriteRawValue(buffer.WrittenSpan, skipInputValidation: true);
            if (writer.BytesPending > JsonReport.FlushAbove)
            {
                writer.Flush();
            }
        }

        writer.WriteEndArray();
    }
}
