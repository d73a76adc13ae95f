using System.Text.Json;

namespace OpenTrading.MetaTrader.Protocol;

/// <summary>The expert or its broker refused a request.</summary>
internal sealed class RefusedException : Exception
{
    private const int LongestText = 300;

    private RefusedException(string code, long native, string text, bool isRetryable, string outcome)
        : base(text)
    {
        (Code, Native, IsRetryable, Outcome) = (code, native, isRetryable, outcome);
    }

    /// <summary>Name of the reason, such as <c>INVALID_STOPS</c> or <c>EA_LIMIT</c>.</summary>
    public string Code { get; }

    /// <summary>The terminal's number for it; 0 where the expert itself refused.</summary>
    public long Native { get; }

    /// <summary>Whether the same may work later.</summary>
    public bool IsRetryable { get; }

    /// <summary>rejected, unknown or done.</summary>
    public string Outcome { get; }

    /// <summary>Code, number and words in one line.</summary>
    public string Reason => Native == 0 ? $"{Code}: {Message}" : $"{Code} ({Native}): {Message}";

    /// <summary>Reads an answer that is not ok.</summary>
    public static RefusedException Of(JsonElement answer)
    {
        string text = answer.TextOr("text");
        return new RefusedException(
            answer.TextOr("code", "REFUSED"),
            answer.WholeOr("native"),
            new string([.. (text.Length > LongestText ? text[..LongestText] : text).Select(c => char.IsControl(c) ? ' ' : c)]),
            answer.Flag("retryable"),
            answer.TextOr("outcome", "rejected"));
    }
}
