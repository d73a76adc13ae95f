using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace OpenTrading.Sdk.Capabilities;

/// <summary>
/// Hands out long lists in parts. A cursor says where the next part begins; it is opaque, lives for an hour, and answers only the query it came
/// from. It holds no secret and grants nothing: its checksum is against mistakes, not against attackers.
/// </summary>
/// <param name="time">The wall clock.</param>
public sealed class Paging(TimeProvider time)
{
    private const int Head = 16;
    private const int MostRowsMcp = 1000;
    private const int MostRows = 5000;
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    /// <summary>Names a query by its capability and every argument that decides what is listed; limit and cursor are not among them.</summary>
    public static string Query(string capability, params IEnumerable<object?> arguments) =>
        string.Join('\u001f', arguments.Select(a => Convert.ToString(a, CultureInfo.InvariantCulture)).Prepend(capability));

    /// <summary>Refuses more rows than a face carries: 1,000 over MCP, 5,000 elsewhere.</summary>
    /// <exception cref="CapabilityException">LIMIT_EXCEEDED.</exception>
    public static void RequireRows(ICallContext call, int rows)
    {
        int most = call.Surface == Surface.Mcp ? MostRowsMcp : MostRows;
        if (rows > most)
        {
            throw new CapabilityException(ErrorCode.LimitExceeded, $"{rows} rows are asked for; {most} is the most over {call.Surface.ToString().ToUpperInvariant()}", "Ask for fewer and follow nextCursor.");
        }
    }

    /// <summary>The part of a list that a cursor points to, or its first.</summary>
    /// <param name="all">The whole list, in the order in which it is handed out.</param>
    /// <param name="limit">Most items of a part.</param>
    /// <param name="cursor">Cursor of the part before; null for the first.</param>
    /// <param name="query">Name of the query, of <see cref="Query"/>.</param>
    /// <exception cref="CapabilityException">The cursor is not one of this query, or has expired.</exception>
    public Page<T> Cut<T>(IReadOnlyList<T> all, int limit, string? cursor, string query)
    {
        int first = Read(query, cursor) is { } position ? Number(position) : 0;
        T[] items = [.. all.Skip(first).Take(limit)];
        int next = first + items.Length;
        return new Page<T>(items, all.Count, next < all.Count ? Write(query, next.ToString(CultureInfo.InvariantCulture)) : null);
    }

    /// <summary>A cursor to a position of a query.</summary>
    public string Write(string query, string position)
    {
        byte[] text = Encoding.UTF8.GetBytes(position);
        var bytes = new byte[Head + text.Length];
        BinaryPrimitives.WriteInt64BigEndian(bytes, time.GetUtcNow().ToUnixTimeSeconds());
        text.CopyTo(bytes, Head);
        Checksum(query, bytes).CopyTo(bytes.AsSpan(8));
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>The position a cursor points to; null without a cursor.</summary>
    /// <exception cref="CapabilityException">The cursor is not one of this query, or has expired.</exception>
    public string? Read(string query, string? cursor)
    {
        if (cursor is null)
        {
            return null;
        }

        byte[] bytes = Base64Url.IsValid(cursor) ? Base64Url.DecodeFromChars(cursor) : [];
        if (bytes.Length <= Head || !Checksum(query, bytes).AsSpan().SequenceEqual(bytes.AsSpan(8, 8)))
        {
            throw Refusal("it does not belong to this query");
        }

        TimeSpan age = TimeSpan.FromSeconds(time.GetUtcNow().ToUnixTimeSeconds() - BinaryPrimitives.ReadInt64BigEndian(bytes));
        return age <= Lifetime ? Encoding.UTF8.GetString(bytes.AsSpan(Head)) : throw Refusal("it is older than an hour");
    }

    /// <summary>A position that is a number.</summary>
    public static int Number(string position) =>
        int.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : throw Refusal("it does not belong to this query");

    private static CapabilityException Refusal(string why) => new(
        ErrorCode.ValidationError, $"The cursor is of no use: {why}", "Ask again without cursor.", [new ErrorDetail(["cursor"], why)]);

    // Over the query, the time and the position, so that none of them can be exchanged.
    private static byte[] Checksum(string query, byte[] cursor) =>
        SHA256.HashData([.. Encoding.UTF8.GetBytes(query), 0, .. cursor.AsSpan(0, 8), .. cursor.AsSpan(Head)])[..8];
}
