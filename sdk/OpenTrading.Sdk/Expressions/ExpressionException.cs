namespace OpenTrading.Sdk.Expressions;

/// <summary>A text is no expression. The message names the place, what stands there and what to write.</summary>
public sealed class ExpressionException : FormatException
{
    /// <summary>Composes the message.</summary>
    /// <param name="position">Where, counted from 1.</param>
    /// <param name="message">What is wrong and what to write.</param>
    public ExpressionException(int position, string message)
        : base($"at {position}: {message}") => Position = position;

    /// <summary>Where in the text, counted from 1.</summary>
    public int Position { get; }
}
