using System.Text;
using System.Text.Json;
using OpenTrading.Kernel.Journal;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Capabilities.Idempotency;

/// <summary>Answers as the journal holds them: their text in pieces that it does not cut.</summary>
internal static class AnswerRecords
{
    /// <summary>Type of the records.</summary>
    public const string RecordType = "call.answered";

    private const int Piece = 4000;
    private const int MostPieces = 64;

    /// <summary>The payload of an answer; null where it cannot be kept: it holds a secret, is very long, or is the protocol's own.</summary>
    public static JournalPayload? Write(KeyedCall call, CallOutcome outcome)
    {
        string body = Encoding.UTF8.GetString(outcome.Body.Span);
        return call.HasSecret || outcome.Reply is not null || body.Length > Piece * MostPieces || outcome.Raw?.Text.Length > Piece * MostPieces || Secrets.AreIn(JsonElement.Parse(body)) ? null : new JournalPayload
        {
            ["capability"] = call.Capability,
            ["key"] = call.Key,
            ["hash"] = call.Hash,
            ["summary"] = outcome.Summary,
            ["body"] = Pieces(body),
            ["text"] = outcome.Raw is { } raw ? Pieces(raw.Text) : null,
            ["facts"] = outcome.Raw is { Facts.Count: > 0 } with ? JournalArray.From(with.Facts, f => JournalArray.From([f.Key, f.Value], text => text)) : null,
        };
    }

    /// <summary>The answer of a payload.</summary>
    public static CallOutcome Read(JsonElement payload)
    {
        byte[] body = Encoding.UTF8.GetBytes(Text(payload.GetProperty("body")));
        string summary = payload.Text("summary")!;
        var outcome = new CallOutcome(body, summary);
        return payload.GetProperty("text") is not { ValueKind: JsonValueKind.Array } text ? outcome : outcome with
        {
            Raw = new RawResult
            {
                Summary = summary,
                Body = JsonElement.Parse(body),
                Text = Text(text),
                Facts = payload.GetProperty("facts") is { ValueKind: JsonValueKind.Array } facts
                    ? facts.EnumerateArray().ToDictionary(f => f[0].GetString()!, f => f[1].GetString()!)
                    : new Dictionary<string, string>(),
            },
        };
    }

    private static string Text(JsonElement pieces) => string.Concat(pieces.EnumerateArray().Select(p => p.GetString()));

    private static JournalArray Pieces(string text)
    {
        var pieces = new JournalArray();
        for (int at = 0; at < text.Length;)
        {
            int length = Math.Min(Piece, text.Length - at);

            // A pair of surrogates stays together.
            length -= at + length < text.Length && char.IsHighSurrogate(text[at + length - 1]) ? 1 : 0;
            pieces.Add(text.Substring(at, length));
            at += length;
        }

        return pieces;
    }
}
