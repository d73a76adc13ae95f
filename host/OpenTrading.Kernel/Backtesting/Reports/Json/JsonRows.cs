using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace OpenTrading.Kernel.Backtesting.Reports.Json;

/// <summary>Writes long lists with one line a row, inside a document that is indented otherwise.</summary>
internal static class JsonRows
{
    private static readonly byte[] Indent = "\n    "u8.ToArray();
    private static readonly byte[] Next = ",\n    "u8.ToArray();

    /// <summary>Writes a property whose value is an array of objects.</summary>
    /// <param name="writer">The document, at depth 1.</param>
    /// <param name="name">Name of the property.</param>
    /// <param name="rows">What becomes a row each.</param>
    /// <param name="write">Writes the fields of a row; called from several threads.</param>
    public static void Write<T>(Utf8JsonWriter writer, string name, IEnumerable<T> rows, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartArray(name);
        using IEnumerator<T> each = rows.GetEnumerator();
        Piece<T>[] pieces = [.. Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Piece<T>())];
        int filled;
        while ((filled = pieces.Count(piece => piece.Take(each))) > 0)
        {
            Parallel.For(0, filled, i => pieces[i].Write(write));
            foreach (Piece<T> piece in pieces.AsSpan(0, filled))
            {
                writer.WriteRawValue(piece.Text, skipInputValidation: true);
                if (writer.BytesPending > JsonReport.FlushAbove)
                {
                    writer.Flush();
                }
            }
        }

        writer.WriteEndArray();
    }

    // Rows that are written in one go, joined as they stand in the array: the text does not depend on who wrote which.
    private sealed class Piece<T>
    {
        private const int MostRows = 2048;

        private readonly List<T> _rows = [];
        private readonly ArrayBufferWriter<byte> _text = new();

        public ReadOnlySpan<byte> Text => _text.WrittenSpan;

        public bool Take(IEnumerator<T> rows)
        {
            _rows.Clear();
            while (_rows.Count < MostRows && rows.MoveNext())
            {
                _rows.Add(rows.Current);
            }

            return _rows.Count > 0;
        }

        public void Write(Action<Utf8JsonWriter, T> write)
        {
            _text.ResetWrittenCount();
            using var line = new Utf8JsonWriter(_text, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
            foreach (T row in _rows)
            {
                _text.Write(_text.WrittenCount == 0 ? Indent : Next);
                line.Reset();
                line.WriteStartObject();
                write(line, row);
                line.WriteEndObject();
                line.Flush();
            }
        }
    }
}
