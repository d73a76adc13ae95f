using System.Text.Json;

namespace OpenTrading.Kernel.Backtesting.Reports.Json;

/// <summary>Writes long lists with one line a row, inside a document that is indented otherwise.</summary>
internal static class JsonRows
{
    private const int RowsOfPiece = 512;

    private static readonly byte[] Indent = "\n    "u8.ToArray();
    private static readonly byte[] Next = ",\n    "u8.ToArray();

    /// <summary>Writes a property whose value is an array of objects.</summary>
    /// <param name="writer">The document, at depth 1.</param>
    /// <param name="name">Name of the property.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="write">Writes the fields of the row with an index; called from several threads.</param>
    public static void Write(Utf8JsonWriter writer, string name, int rows, Action<JsonLine, int> write)
    {
        writer.WriteStartArray(name);
        int count = (rows + RowsOfPiece - 1) / RowsOfPiece;

        // Pieces are joined as they stand in the array, so the text does not depend on who wrote which. A few are made ahead: whoever reads the document takes his time.
        var pieces = new Piece[Math.Min(count, Environment.ProcessorCount + 1)];
        for (int i = 0; i < pieces.Length; i++)
        {
            pieces[i] = new Piece(rows, write);
            pieces[i].Begin(i);
        }

        for (int i = 0; i < count; i++)
        {
            Piece piece = pieces[i % pieces.Length];
            writer.WriteRawValue(piece.Take(), skipInputValidation: true);
            if (writer.BytesPending > JsonReport.FlushAbove)
            {
                writer.Flush();
            }

            if (i + pieces.Length < count)
            {
                piece.Begin(i + pieces.Length);
            }
        }

        writer.WriteEndArray();
    }

    private sealed class Piece(int rows, Action<JsonLine, int> write)
    {
        private readonly JsonLine _line = new();
        private Task _work = Task.CompletedTask;

        public void Begin(int index) => _work = Task.Run(() => Fill(index * RowsOfPiece));

        public ReadOnlySpan<byte> Take()
        {
            _work.GetAwaiter().GetResult();
            return _line.Written;
        }

        private void Fill(int from)
        {
            _line.Clear();
            for (int i = from; i < Math.Min(from + RowsOfPiece, rows); i++)
            {
                _line.Begin(i == from ? Indent : Next);
                write(_line, i);
                _line.End();
            }
        }
    }
}
