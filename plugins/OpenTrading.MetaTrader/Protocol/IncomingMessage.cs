using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;

namespace OpenTrading.MetaTrader.Protocol;

/// <summary>One message of a terminal, checked for everything that its form must keep: UTF-8, one object, no key twice, plain numbers.</summary>
internal sealed class IncomingMessage : IDisposable
{
    private const int MostDepth = 4;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = MostDepth, AllowDuplicateProperties = false };

    private readonly JsonDocument _document;
    private readonly byte[] _rented;

    private IncomingMessage(JsonDocument document, byte[] rented) => (_document, _rented) = (document, rented);

    /// <summary>The object.</summary>
    public JsonElement Root => _document.RootElement;

    /// <summary>Number of the request it answers; null when it answers none.</summary>
    public long? Id => Root.TryGetProperty("id"u8, out JsonElement id) && id.ValueKind == JsonValueKind.Number && id.TryGetInt64(out long number) ? number : null;

    /// <summary>Kind of a message that answers no request; empty where it says none.</summary>
    public string Type => Root.TryGetProperty("type"u8, out JsonElement type) && type.ValueKind == JsonValueKind.String ? type.GetString()! : "";

    /// <summary>Reads a line.</summary>
    /// <param name="line">The line, without its line feed.</param>
    /// <exception cref="ProtocolException">It is no such message.</exception>
    public static IncomingMessage Read(in ReadOnlySequence<byte> line)
    {
        int length = (int)line.Length;
        byte[] rented = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            line.CopyTo(rented);
            Check(rented.AsSpan(0, length));
            return new IncomingMessage(JsonDocument.Parse(rented.AsMemory(0, length), Strict), rented);
        }
        catch (JsonException e)
        {
            ArrayPool<byte>.Shared.Return(rented);
            throw new ProtocolException(e.Message.Contains("uplicate", StringComparison.Ordinal) ? "a key stands twice" : "a line is no JSON object");
        }
        catch
        {
            ArrayPool<byte>.Shared.Return(rented);
            throw;
        }
    }

    public void Dispose()
    {
        _document.Dispose();
        ArrayPool<byte>.Shared.Return(_rented);
    }

    private static void Check(ReadOnlySpan<byte> line)
    {
        if (!Utf8.IsValid(line))
        {
            throw new ProtocolException("a line is not UTF-8");
        }

        var reader = new Utf8JsonReader(line, new JsonReaderOptions { MaxDepth = MostDepth });
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new ProtocolException("a line is no JSON object");
        }

        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.Number && reader.ValueSpan.ContainsAny((byte)'e', (byte)'E'))
            {
                throw new ProtocolException("a number has an exponent");
            }
        }
    }
}
